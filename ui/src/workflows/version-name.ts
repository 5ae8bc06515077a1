import { shortDigest } from '@/format/numbers';

/** What a version is called: its label, else the beginning of its digest. */
export function versionName(version: { label?: string | null; digest: string }): string {
  return version.label ?? shortDigest(version.digest);
}
