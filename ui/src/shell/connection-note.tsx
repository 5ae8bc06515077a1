import { Badge, Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useHomeStreamState } from '@/live/home-stream';

/** Says that what is shown may be old. Not at once: a stream that comes back within two seconds is nobody's concern. */
export function ConnectionNote() {
  const state = useHomeStreamState();
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (state === 'open' || state === 'ended') {
      setLate(false);
      return undefined;
    }
    const timer = setTimeout(() => setLate(true), 2_000);
    return () => clearTimeout(timer);
  }, [state]);
  return (
    <div role="status">
      {late && (
        <Tooltip label="The server does not answer at present. What you see may be old; it is brought up to date as soon as it answers.">
          <Badge color="orange" variant="light" tabIndex={0}>Reconnecting</Badge>
        </Tooltip>
      )}
    </div>
  );
}
