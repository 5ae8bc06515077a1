import '@xyflow/react/dist/style.css';
import { Alert, useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { Background, BackgroundVariant, Controls, MarkerType, ReactFlow, ReactFlowProvider, useReactFlow, type EdgeTypes, type NodeTypes } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { GraphNode, StepCounts, WorkflowGraph as Graph } from '@/api/types';
import { Pending } from '@/shell/pending';
import { layOut } from './elk-layout';
import { firstView } from './first-view';
import { absoluteBoxes, arrowOf, neighbour } from './graph-keys';
import { GraphReading, type GraphContext } from './graph-context';
import { FrameBox, StepBox, type BoxNode } from './graph-nodes';
import classes from './graph.module.css';
import { kindOf, branchLabel } from './kinds';
import type { Direction, Layout } from './layout';
import { NeedsLine, type NeedsEdge } from './needs-edge';

export interface WorkflowGraphProps {
  graph: Graph;
  /** Counters by path; null or absent: a definition, not a run. */
  counts?: ReadonlyMap<string, StepCounts> | null;
  /** Paths with running bodies outside blocks. */
  running?: readonly string[];
  selected?: string | null;
  onSelect?: (path: string | null) => void;
  height: number | string;
}

const nodeTypes: NodeTypes = { step: StepBox, frame: FrameBox };
const edgeTypes: EdgeTypes = { needs: NeedsLine };
const noRunning: readonly string[] = [];

/** Steps as boxes, blocks as frames around theirs, needs as lines. Laid out only when steps or what is closed change, never by counters. */
export default function WorkflowGraph(props: WorkflowGraphProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

function Canvas({ graph, counts = null, running = noRunning, selected = null, onSelect, height }: WorkflowGraphProps) {
  const { ref, width, height: tall } = useElementSize();
  const scheme = useComputedColorScheme('light');
  const flow = useReactFlow();
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(() => new Set());
  const [layout, setLayout] = useState<Layout | null>(null);
  const [failed, setFailed] = useState(false);
  const direction: Direction = width > 0 && width < 640 ? 'DOWN' : 'RIGHT';
  const counters = counts !== null;
  const measured = width > 0;
  // In steps, so that dragging the window's edge does not lay out at every pixel.
  const aspect = Math.max(1.5, Math.round((width / Math.max(tall, 1)) * 2) / 2);

  useEffect(() => {
    if (!measured) return undefined;
    let current = true;
    layOut(graph, { direction, collapsed, counters, aspect }).then(
      (next) => { if (current) { setLayout(next); setFailed(false); } },
      () => { if (current) setFailed(true); },
    );
    return () => { current = false; };
  }, [graph, direction, collapsed, counters, aspect, measured]);

  const byPath = useMemo(() => new Map(graph.nodes.map((node) => [node.path, node])), [graph]);
  const toggle = useCallback((path: string) => setCollapsed((old) => {
    const next = new Set(old);
    if (!next.delete(path)) next.add(path);
    return next;
  }), []);
  const context = useMemo<GraphContext>(
    () => ({ nodes: byPath, counts, running: new Set(running), collapsed, toggle, direction }),
    [byPath, counts, running, collapsed, toggle, direction],
  );
  const nodes = useMemo(() => layout?.nodes.map((placed): BoxNode => ({
    id: placed.path, type: placed.frame ? 'frame' : 'step', position: { x: placed.x, y: placed.y }, width: placed.width, height: placed.height,
    ...(placed.parent === null ? {} : { parentId: placed.parent }), data: { path: placed.path }, selected: placed.path === selected,
    ariaLabel: describe(byPath.get(placed.path)), draggable: false, connectable: false, deletable: false,
  })) ?? [], [layout, selected, byPath]);
  const edges = useMemo(() => layout?.edges.map((placed): NeedsEdge => ({
    id: placed.id, source: placed.from, target: placed.to, type: 'needs', data: { points: placed.points }, focusable: false, selectable: false,
    markerEnd: { type: MarkerType.ArrowClosed, width: 14, height: 14, color: 'var(--graph-line)' }, zIndex: 1,
  })) ?? [], [layout]);

  useEffect(() => {
    if (layout) void flow.setViewport(firstView(layout, width, tall));
  }, [layout, flow, width, tall]);

  if (failed) return <Alert color="orange" title="The graph could not be laid out">Load the page again; the source and the list of steps show the same.</Alert>;
  return (
    <div ref={ref} className={classes.canvas} style={{ height }}>
      {!layout && <Pending height="100%" />}
      {layout && (
        <GraphReading value={context}>
          <ReactFlow
            nodes={nodes} edges={edges} nodeTypes={nodeTypes} edgeTypes={edgeTypes} colorMode={scheme} minZoom={0.15} maxZoom={1.6}
            nodesDraggable={false} nodesConnectable={false} elementsSelectable={onSelect !== undefined} nodesFocusable edgesFocusable={false}
            preventScrolling={false} zoomOnScroll={false} zoomActivationKeyCode={['Control', 'Meta']} proOptions={{ hideAttribution: true }}
            onNodeClick={(_, node) => onSelect?.(node.id)} onPaneClick={() => onSelect?.(null)} deleteKeyCode={null}
            onKeyDown={(event) => {
              const path = (event.target as HTMLElement).getAttribute('data-id');
              const arrow = arrowOf(event.key);
              if (path && (event.key === 'Enter' || event.key === ' ')) onSelect?.(path);
              if (!path || !arrow) return;
              event.preventDefault();
              const next = neighbour(absoluteBoxes(layout), path, arrow);
              if (next) event.currentTarget.querySelector<HTMLElement>(`[data-id="${CSS.escape(next)}"]`)?.focus();
            }}
            aria-label="Graph of steps"
          >
            <Background variant={BackgroundVariant.Dots} gap={18} size={1} />
            <Controls showInteractive={false} position="bottom-right" orientation="horizontal" />
          </ReactFlow>
        </GraphReading>
      )}
    </div>
  );
}

function describe(node: GraphNode | undefined): string {
  if (!node) return '';
  return [`${kindOf(node.kind).label} ${node.id}`, node.action, node.branch ? `in ${branchLabel(node.branch)}` : null].filter(Boolean).join(', ');
}
