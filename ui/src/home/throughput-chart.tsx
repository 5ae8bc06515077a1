import { useComputedColorScheme } from '@mantine/core';
import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js';
import { useEffect, useRef } from 'react';
import { shortCount } from '@/format/numbers';
import type { ThroughputSeries } from './view-model';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

/** One stacked bar an hour. */
export default function ThroughputChart({ series }: { series: ThroughputSeries }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const chart = useRef<Chart | null>(null);
  const newest = useRef(series);
  const scheme = useComputedColorScheme('light');

  useEffect(() => {
    if (!canvas.current) return undefined;
    const style = getComputedStyle(document.documentElement);
    const color = (name: string) => style.getPropertyValue(name).trim();
    const made = new Chart(canvas.current, {
      type: 'bar',
      data: { labels: [], datasets: (['succeeded', 'rejected', 'failed'] as const).map((name) => ({ label: name, data: [], backgroundColor: color(`--state-${name}`), borderRadius: 2 })) },
      options: {
        responsive: true, maintainAspectRatio: false, animation: false, interaction: { mode: 'index', intersect: false },
        plugins: { tooltip: { callbacks: { title: (items) => `From ${items[0]?.label ?? ''}` } } },
        scales: {
          x: { stacked: true, grid: { display: false }, ticks: { color: color('--muted'), maxRotation: 0, autoSkipPadding: 14, font: { size: 11 } }, border: { color: color('--line') } },
          y: { stacked: true, beginAtZero: true, grid: { color: color('--line') }, ticks: { color: color('--muted'), maxTicksLimit: 5, precision: 0, font: { size: 11 }, callback: (value) => shortCount(Number(value)) }, border: { display: false } },
        },
      },
    });
    chart.current = made;
    fill(made, newest.current);
    return () => {
      chart.current = null;
      made.destroy();
    };
  }, [scheme]);

  useEffect(() => {
    newest.current = series;
    if (chart.current) fill(chart.current, series);
  }, [series]);

  return <canvas ref={canvas} />;
}

function fill(chart: Chart, series: ThroughputSeries): void {
  chart.data.labels = series.labels;
  [series.succeeded, series.rejected, series.failed].forEach((data, index) => {
    const set = chart.data.datasets[index];
    if (set) set.data = data;
  });
  chart.update('none');
}
