import type { Schema } from '@/api/types';

export interface StoragePart {
  label: string;
  what: string;
  bytes: number;
  /** Percent of the disk as far as it is this home's or free. */
  share: number;
  color: string;
}

export function storageParts(storage: Schema<'StorageResponse'>): StoragePart[] {
  const parts = [
    { label: 'Runs and items', what: 'what was recorded: runs, items, outcomes', bytes: storage.database_bytes, color: 'var(--state-running)' },
    { label: 'Artifacts', what: 'files that steps made, kept by digest', bytes: storage.artifact_bytes, color: 'var(--state-succeeded)' },
    { label: 'Cache', what: 'thumbnails and remembered files', bytes: storage.cache_bytes, color: 'var(--state-waiting)' },
    { label: 'Users and audit', what: 'users, tokens, audit, schedules', bytes: storage.workspace_bytes, color: 'var(--state-rejected)' },
    { label: 'Free', what: 'left on that disk', bytes: storage.free_bytes, color: 'var(--line)' },
  ];
  const whole = parts.reduce((sum, part) => sum + part.bytes, 0);
  return parts.map((part) => ({ ...part, share: whole > 0 ? (part.bytes / whole) * 100 : 0 }));
}
