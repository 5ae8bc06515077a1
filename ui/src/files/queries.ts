import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Schema } from '@/api/types';

/** What is in a folder of the server; null: the folders that may be looked into. */
export const folderQuery = (path: string | null) =>
  queryOptions({
    queryKey: ['files', path],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get<Schema<'FolderResponse'>>('/files', { path }, signal),
  });
