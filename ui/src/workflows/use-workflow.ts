import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Schema } from '@/api/types';
import { workflowQueries } from './queries';

/** The workflow of the page; only below it, which renders its tabs once the workflow is there. */
export function useWorkflow(): Schema<'WorkflowDetail'> {
  const { name } = useParams({ from: '/app/workflows/$name' });
  return useSuspenseQuery(workflowQueries.detail(name)).data;
}
