/** The hash in names of IP objects that the controller makes: who asks twice asks for the same name. */
import { createHash } from 'node:crypto';

/** Ten characters that a Kubernetes name may have, of the parts in their order. */
export function nameHash(...parts: readonly string[]): string {
  const digest = createHash('sha256').update(parts.join('\0')).digest();
  return [...digest.subarray(0, 10)].map((byte) => 'abcdefghijklmnopqrstuvwxyz234567'[byte & 31]).join('');
}
