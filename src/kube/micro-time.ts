/** Kubernetes' MicroTime: RFC 3339 in UTC with exactly six decimals, as Leases and Events carry it. */

/** A moment as MicroTime; JavaScript's clock gives three of the six decimals. */
export function microTime(at: Date = new Date()): string {
  return at.toISOString().replace('Z', '000Z');
}
