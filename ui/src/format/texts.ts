/** A text of the server as a sentence of a page: it begins with a capital and ends with a stop. Code at its beginning stays as it is. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  const begun = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?:…]$/.test(begun) ? begun : `${begun}.`;
}
