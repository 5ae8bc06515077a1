import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { PathDialog } from '@/files/path-dialog';
import { notifyDone } from '@/shell/notify';
import { ProblemAlert } from '@/shell/problem-alert';
import { workflowCommands } from './queries';

/** Registers a workflow from a file of the server. */
export function FileDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const request = useMutation({
    mutationFn: (file: string) => workflowCommands.create({ file }),
    onSuccess: async (version) => {
      notifyDone(`${version.name} is registered.`);
      await client.invalidateQueries({ queryKey: ['workflows'] });
      await navigate({ to: '/workflows/$name', params: { name: version.name } });
    },
  });
  const close = () => {
    request.reset();
    onClose();
  };
  return (
    <PathDialog
      opened={opened} onClose={close} title="Take a workflow from a file" kind="file" initial={null} busy={request.isPending} suggest={/\.(ya?ml|json)$/i}
      onPick={(path) => request.mutate(path)} notice={request.isError && <ProblemAlert error={request.error} />}
    />
  );
}
