import { Loader } from '@mantine/core';

/** While a screen or a part of one is fetched: in the middle of its place. */
export function Pending({ height = '50vh' }: { height?: number | string }) {
  return (
    <div style={{ display: 'grid', placeItems: 'center', height }}>
      <Loader size="sm" aria-label="Loading" />
    </div>
  );
}
