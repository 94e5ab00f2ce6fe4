/** Sinks of MirrorSessions: their names, and what only one session can have. All of it follows from the session's uid and its sink, which never change. */
import { createHash } from 'node:crypto';
import type { MirrorSessionSink } from '../api/index.ts';
import { formatAddress, parseAddress } from '../net/address.ts';

/**
 * What of its sink only one session can have, as text: an interface's name, since two sessions must not mix; the identity of a tunnel,
 * since Open vSwitch makes no two alike and the collector could not tell them apart; the number of the copies between two nodes.
 */
export function mirrorClaim(uid: string, sink: MirrorSessionSink): string {
  if (sink.nodeInterface) return `interface ${sink.nodeInterface.name}`;
  if (sink.gre) return `gre ${canonical(sink.gre.remote)} ${sink.gre.key}`;
  if (sink.erspan) return `erspan ${canonical(sink.erspan.remote)} ${sink.erspan.index}`;
  return `relay ${relayKey(uid)}`;
}

/** The sink in the words of people. */
export function sinkText({ nodeInterface, pod, gre, erspan }: MirrorSessionSink): string {
  if (nodeInterface) return `${nodeInterface.name} on the nodes`;
  if (gre) return `gre ${gre.remote} key ${gre.key}`;
  if (erspan) return `erspan ${erspan.remote} index ${erspan.index}`;
  return `pod ${pod?.name}`;
}

/**
 * `Mirror.name` of a session in Open vSwitch: short, because its ports are called after it, and an interface's name has 15 characters; by its
 * uid, so that a session that is made anew does not meet the mirror of this one.
 */
export function mirrorName(uid: string): string {
  return `m${digest(uid).toString('hex', 0, 5)}`;
}

/** The VXLAN network identifier (24 bits) of a session's copies between two nodes. */
export function relayKey(uid: string): number {
  return (digest(`relay ${uid}`).readUIntBE(0, 3) % 0xffffff) + 1;
}

function canonical(text: string): string {
  const address = parseAddress(text);
  return address ? formatAddress(address) : text;
}

function digest(text: string): Buffer {
  return createHash('sha1').update(text).digest();
}
