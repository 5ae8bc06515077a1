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

interface Props {
  scope: Scope;
  /** Another reason why it cannot be pressed now; null: there is none. */
  unless?: string | null;
  children: ReactElement<Disabling>;
}

/**
 * A button that only some may press. Who may not still sees and reaches it, and reads the reason: `disabled` itself would take it out of the
 * tab order and hide the tooltip from the keyboard.
 */
export function Allowed({ scope, unless = null, children }: Props) {
  const permission = usePermission(scope);
  const reason = permission.reason ?? unless;
  if (reason === null) return children;
  return (
    <Tooltip label={reason}>
      {cloneElement(children, { 'data-disabled': true, 'aria-disabled': true, onClick: (event: Event) => event.preventDefault() })}
    </Tooltip>
  );
}
