import { useMutation, useQueryClient } from '@tanstack/react-query';
import { notifyDone, notifyProblem } from '@/shell/notify';

interface Command<T> {
  ask: () => Promise<T>;
  /** What is said once it was done. */
  done: (answer: T) => string;
}

/** Asks something of a run, says what came of it, and reads again what may have changed. */
export function useRunCommand(run: string) {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: async (command: Command<unknown>) => {
      const answer = await command.ask();
      return command.done(answer);
    },
    onSuccess: async (message) => {
      notifyDone(message);
      await Promise.all(['detail', 'quarantine', 'steps'].map((kind) => client.invalidateQueries({ queryKey: ['runs', kind, run] })));
      void client.invalidateQueries({ queryKey: ['home'] });
    },
    onError: notifyProblem,
  });
  return {
    busy: mutation.isPending,
    send: <T>(command: Command<T>, after?: () => void) => mutation.mutate(command as Command<unknown>, after === undefined ? undefined : { onSuccess: after }),
  };
}
