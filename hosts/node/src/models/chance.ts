/** Random numbers of a seed (Mulberry32), 0 <= x < 1. */
export function chanceOf(seed: number): () => number {
  let state = (seed ^ Math.floor(seed / 4294967296)) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Adds to each logit what makes the greatest one a draw from the distribution at this temperature (the Gumbel-max trick), in place:
 * the library's own draws take no seed.
 */
export function perturb(logits: Float32Array, temperature: number, chance: () => number): void {
  for (let i = 0; i < logits.length; i++) {
    logits[i] = logits[i]! / temperature - Math.log(-Math.log(chance() || Number.MIN_VALUE));
  }
}
