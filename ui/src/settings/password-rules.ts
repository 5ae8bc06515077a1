export const shortestPassword = 12;

export interface PasswordMistakes {
  next?: string;
  again?: string;
}

/** What can be said of a new password before it is sent; the server has the last word. */
export function passwordMistakes(current: string, next: string, again: string): PasswordMistakes {
  const mistakes: PasswordMistakes = {};
  if (next.length < shortestPassword) mistakes.next = `At least ${shortestPassword} characters.`;
  else if (next === current) mistakes.next = 'This is the password until now.';
  if (again !== next) mistakes.again = 'This is not the same.';
  return mistakes;
}
