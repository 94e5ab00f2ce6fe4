/** Rates and bursts as the API writes them: whole numbers with k, M or G for powers of 1000. No I/O. */

const factors: Readonly<Record<string, number>> = { '': 1, k: 1e3, M: 1e6, G: 1e9 };

/** Bits, or bits per second, of `500k`, `20M` or `1G`; `undefined` when the text is none. */
export function parseRate(text: string): number | undefined {
  const [, digits, unit = ''] = /^([1-9][0-9]{0,11})([kMG]?)$/.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits) * factors[unit]!;
}
