import type { ComponentType } from 'react';
import { IconArrowsSplit2, IconBolt, IconExternalLink, IconGitBranch, IconRepeat, IconStack2, type IconProps } from '@/theme/icons';

interface KindLook {
  label: string;
  icon: ComponentType<IconProps>;
}

const kinds: Record<string, KindLook> = {
  action: { label: 'Action', icon: IconBolt },
  for_each: { label: 'For each', icon: IconStack2 },
  repeat: { label: 'Repeat', icon: IconRepeat },
  parallel: { label: 'Parallel', icon: IconArrowsSplit2 },
  switch: { label: 'Switch', icon: IconGitBranch },
  run: { label: 'Workflow', icon: IconExternalLink },
};

/** How a kind of step is named and drawn. */
export function kindOf(kind: string): KindLook {
  return kinds[kind] ?? { label: kind, icon: IconBolt };
}

/** What a branch is called: `on_failure` and `finally` are words of the language, the others names of the author. */
export function branchLabel(branch: string): string {
  return branch === 'on_failure' ? 'on failure' : branch;
}
