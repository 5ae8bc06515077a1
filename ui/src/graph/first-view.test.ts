import { expect, it } from 'vitest';
import { firstView } from './first-view';

it('shows a small graph whole and in the middle', () => {
  expect(firstView({ width: 400, height: 200 }, 1_000, 600)).toEqual({ x: 300, y: 200, zoom: 1 });
  expect(firstView({ width: 1_210, height: 200 }, 1_000, 600).zoom).toBe(0.8);
});

it('shows a graph that is too large from its beginning', () => {
  expect(firstView({ width: 9_000, height: 9_000 }, 1_000, 600)).toEqual({ x: 16, y: 16, zoom: 0.65 });
});

it('shows a long chain from its beginning, large enough to read along it', () => {
  expect(firstView({ width: 4_000, height: 200 }, 1_000, 600)).toMatchObject({ x: 16, zoom: 0.85 });
  expect(firstView({ width: 250, height: 3_000 }, 366, 400)).toMatchObject({ y: 16, zoom: 0.85 });
});
