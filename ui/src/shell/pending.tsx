import { Loader } from '@mantine/core';

/** While a screen is fetched: in its middle, and only when it takes a while. */
export function Pending() {
  return (
    <div style={{ display: 'grid', placeItems: 'center', minHeight: '50vh' }}>
      <Loader size="sm" aria-label="Loading" />
    </div>
  );
}
