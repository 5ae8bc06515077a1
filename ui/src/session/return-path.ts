/** Where to go after signing in: a path of this site alone, or another site could send people to itself through our sign-in page. */
export function returnPath(text: string | undefined): string {
  if (!text || !text.startsWith('/') || text.startsWith('//') || text.includes('\\') || text.startsWith('/sign-in')) return '/';
  return text;
}
