import { Tooltip } from '@mantine/core';
import { cloneElement, type ReactElement } from 'react';
import type { Scope } from '@/api/types';
import { usePermission } from './use-session';

interface Disabling {
  disabled?: boolean;
  'data-disabled'?: boolean;
  'aria-disabled'?: boolean;
  onClick?: unknown;
}

/**
 * A button that only some may press. Who may not still sees and reaches it, and reads the reason: `disabled` itself would take it out of the
 * tab order and hide the tooltip from the keyboard.
 */
export function Allowed({ scope, children }: { scope: Scope; children: ReactElement<Disabling> }) {
  const permission = usePermission(scope);
  if (permission.allowed) return children;
  return (
    <Tooltip label={permission.reason}>
      {cloneElement(children, { 'data-disabled': true, 'aria-disabled': true, onClick: (event: Event) => event.preventDefault() })}
    </Tooltip>
  );
}
