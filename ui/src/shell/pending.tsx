import { Loader, VisuallyHidden } from '@mantine/core';

/** While a screen or a part of one is fetched: in the middle of its place. */
export function Pending({ height = '50vh' }: { height?: number | string }) {
  return (
    <div style={{ display: 'grid', placeItems: 'center', height }} role="status">
      <Loader size="sm" aria-hidden="true" />
      <VisuallyHidden>Loading</VisuallyHidden>
    </div>
  );
}
