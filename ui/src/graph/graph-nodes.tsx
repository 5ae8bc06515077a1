import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import type { GraphNode } from '@/api/types';
import { IconChevronDown, IconChevronRight } from '@/theme/icons';
import { StateSign } from '@/theme/state-badge';
import { CounterStrip } from './counter-strip';
import { boxState, hasCounters } from './counters';
import classes from './graph.module.css';
import { useGraph } from './graph-context';
import { branchLabel, kindOf } from './kinds';
import { isBlock } from './layout';

export type BoxNode = Node<{ path: string }, 'step' | 'frame'>;

/** Lines end at these; nobody draws lines by hand here. */
function Ends() {
  const { direction } = useGraph();
  return (
    <>
      <Handle type="target" position={direction === 'RIGHT' ? Position.Left : Position.Top} className={classes.end} isConnectable={false} />
      <Handle type="source" position={direction === 'RIGHT' ? Position.Right : Position.Bottom} className={classes.end} isConnectable={false} />
    </>
  );
}

function Toggle({ node }: { node: GraphNode }) {
  const { collapsed, toggle } = useGraph();
  const closed = collapsed.has(node.path);
  return (
    <button
      type="button" className={`${classes.toggle} nodrag nopan`} aria-expanded={!closed} aria-label={`${closed ? 'Show' : 'Hide'} the steps of ${node.id}`}
      onClick={(event) => { event.stopPropagation(); toggle(node.path); }}
    >
      {closed ? <IconChevronRight size={15} /> : <IconChevronDown size={15} />}
    </button>
  );
}

function Sign({ node }: { node: GraphNode }) {
  const { counts, running } = useGraph();
  const state = counts ? boxState(counts.get(node.path), running.has(node.path)) : null;
  const Kind = kindOf(node.kind).icon;
  return state ? <StateSign state={state} /> : <Kind size={15} className={classes.kind} />;
}

function subtitle(node: GraphNode): string {
  return node.action ?? (node.collection ? `for each of ${node.collection}` : kindOf(node.kind).label.toLowerCase());
}

/** A step, or a block that is closed. */
export function StepBox({ data, selected }: NodeProps<BoxNode>) {
  const { nodes, counts } = useGraph();
  const node = nodes.get(data.path);
  if (!node) return null;
  const own = counts?.get(node.path);
  return (
    <div className={classes.step} data-selected={selected || undefined} data-block={isBlock(node) || undefined} title={node.condition ? `if ${node.condition}` : undefined}>
      <Ends />
      <div className={classes.title}>
        {isBlock(node) ? <Toggle node={node} /> : null}
        <Sign node={node} />
        <strong className="truncate">{node.id}</strong>
        {node.condition && <span className={classes.chip}>if</span>}
        {node.branch && <span className={classes.chip}>{branchLabel(node.branch)}</span>}
      </div>
      <div className={`${classes.subtitle} truncate`}>{subtitle(node)}</div>
      {hasCounters(own) && <CounterStrip counts={own} />}
    </div>
  );
}

/** A block around its steps. */
export function FrameBox({ data, selected }: NodeProps<BoxNode>) {
  const { nodes, counts } = useGraph();
  const node = nodes.get(data.path);
  if (!node) return null;
  const own = counts?.get(node.path);
  return (
    <div className={classes.frame} data-selected={selected || undefined}>
      <Ends />
      <div className={classes.frameTitle}>
        <Toggle node={node} />
        <Sign node={node} />
        <strong className="truncate">{node.id}</strong>
        <span className={`${classes.subtitle} truncate`}>{subtitle(node)}</span>
        {node.branch && <span className={classes.chip}>{branchLabel(node.branch)}</span>}
        {hasCounters(own) && <div className={classes.frameCounters}><CounterStrip counts={own} /></div>}
      </div>
    </div>
  );
}
