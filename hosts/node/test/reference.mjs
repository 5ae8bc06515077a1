// Pillow's resampling (libImaging/Resample.c) and the reference's CLIP preparation, written down once more to compare with.
const filters = {
  linear: [1, (x) => Math.max(0, 1 - Math.abs(x))],
  cubic: [2, (x) => (Math.abs(x) < 1 ? (1.5 * Math.abs(x) - 2.5) * x * x + 1 : Math.abs(x) < 2 ? ((-0.5 * Math.abs(x) + 2.5) * Math.abs(x) - 4) * Math.abs(x) + 2 : 0)],
};

function weightsOf(from, to, [support, filter]) {
  const scale = from / to;
  const stretch = Math.max(1, scale);
  return Array.from({ length: to }, (_, i) => {
    const centre = (i + 0.5) * scale;
    const first = Math.max(0, Math.trunc(centre - support * stretch + 0.5));
    const last = Math.min(from, Math.trunc(centre + support * stretch + 0.5));
    const weights = Array.from({ length: last - first }, (_, at) => filter((first + at - centre + 0.5) / stretch));
    const sum = weights.reduce((a, b) => a + b, 0);
    return [first, weights.map((weight) => weight / sum)];
  });
}

/** RGB samples, scaled. */
export function resize(samples, from, to, kernel) {
  const across = weightsOf(from.width, to.width, filters[kernel]);
  const down = weightsOf(from.height, to.height, filters[kernel]);
  const rows = new Uint8ClampedArray(to.width * from.height * 3);
  const made = new Uint8ClampedArray(to.width * to.height * 3);
  const apply = (into, at, [first, weights], source, start, step) => {
    for (let c = 0; c < 3; c++) {
      let sum = 0;
      for (let i = 0; i < weights.length; i++) {
        sum += weights[i] * source[start + (first + i) * step + c];
      }

      into[at + c] = sum;
    }
  };
  for (let y = 0; y < from.height; y++) {
    across.forEach((weights, x) => apply(rows, (y * to.width + x) * 3, weights, samples, y * from.width * 3, 3));
  }

  down.forEach((weights, y) => {
    for (let x = 0; x < to.width; x++) {
      apply(made, (y * to.width + x) * 3, weights, rows, x * 3, to.width * 3);
    }
  });
  return made;
}

/** Shortest edge, centre, mean and std, as CLIPImageProcessor does. */
export function clipPixels(samples, { width, height }, side, mean, std) {
  const long = Math.trunc((side * Math.max(width, height)) / Math.min(width, height));
  const to = width <= height ? { width: side, height: long } : { width: long, height: side };
  const small = resize(samples, { width, height }, to, 'cubic');
  const [left, top] = [Math.floor((to.width - side) / 2), Math.floor((to.height - side) / 2)];
  return Float32Array.from({ length: 3 * side * side }, (_, at) => {
    const [c, y, x] = [Math.floor(at / side / side), Math.floor(at / side) % side, at % side];
    return (small[((y + top) * to.width + x + left) * 3 + c] / 255 - mean[c]) / std[c];
  });
}
