/**
 * The name of the node's end of a pod's veth pair. It follows from the sandbox alone, so DEL finds it with no memory of
 * the ADD, and two sandboxes of one pod never share it.
 */
import { createHash } from 'node:crypto';
import type { AttachmentKey } from './cni-request.ts';

/** `h` and 13 hexadecimal digits (52 bits) of a hash: 14 of the 15 characters that Linux allows. */
export function hostInterfaceName({ containerId, ifname }: AttachmentKey): string {
  return `h${createHash('sha256').update(`${containerId}/${ifname}`).digest('hex').slice(0, 13)}`;
}

/** True for a name that {@link hostInterfaceName} could have made: only such interfaces does the agent ever delete. */
export function isHostInterfaceName(name: string): boolean {
  return /^h[0-9a-f]{13}$/.test(name);
}
