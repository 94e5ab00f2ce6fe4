/** Feeds the facts of the node's mirrors into the store, whoever made them: ovn-controller or the agent. */
import type { OvsdbClient, Row } from '../../src/ovsdb/index.ts';
import { equal } from '../../src/store/equal.ts';
import type { MirrorFacts } from '../../src/vswitch/facts.ts';
import { integrationBridge } from '../../src/vswitch/managed.ts';

/** As many mirrors as a bridge of Open vSwitch can have (ofproto/ofproto.h, MAX_MIRRORS). */
export const mostMirrors = 32;

/**
 * Calls `tell` with the facts of each mirror of the integration bridge by its name, and with `undefined` when one is gone.
 * @returns looks at all; to be called when the content is known
 */
export function followMirrors(
  database: OvsdbClient,
  tell: (name: string, facts: MirrorFacts | undefined) => void,
): () => void {
  const told = new Map<string, MirrorFacts>();
  const look = () => {
    const now = mirrorFacts(database);
    for (const name of [...told.keys()]) {
      if (now.has(name)) continue;
      told.delete(name);
      tell(name, undefined);
    }
    for (const [name, facts] of now) {
      if (equal(told.get(name), facts)) continue;
      told.set(name, facts);
      tell(name, facts);
    }
  };
  database.replica.on('changes', (changes) => {
    const concerns =
      changes.some(({ table }) => table === 'Mirror') || (told.size > 0 && changes.some(isPortThatComesUp));
    if (concerns) look();
  });
  return look;
}

function isPortThatComesUp({ table, columns, kind }: { table: string; columns: readonly string[]; kind: string }) {
  return table === 'Interface' && (kind !== 'modify' || columns.includes('ofport') || columns.includes('error'));
}

function mirrorFacts({ replica }: OvsdbClient): ReadonlyMap<string, MirrorFacts> {
  const [bridge] = replica.table('Bridge').find('name', integrationBridge);
  const uuids = bridge?.mirrors instanceof Set ? [...bridge.mirrors] : [];
  const mirrors = uuids.flatMap((uuid) => replica.table('Mirror').get(String(uuid)) ?? []);
  const outputOf = ({ output_port: port }: Row): Row | undefined => {
    const row = typeof port === 'string' ? replica.table('Port').get(port) : undefined;
    const [one] = row?.interfaces instanceof Set ? row.interfaces : [];
    return one === undefined ? undefined : replica.table('Interface').get(String(one));
  };
  return new Map(
    mirrors.map((mirror): [string, MirrorFacts] => [
      String(mirror.name),
      stateOf(outputOf(mirror), mirrors.length > mostMirrors && !isMade(mirror) ? mirrors.length : 0),
    ]),
  );
}

/** ovs-vswitchd counts what it has made, every few seconds; in its log alone it says what it has not. */
function isMade({ statistics }: Row): boolean {
  return statistics instanceof Map && statistics.size > 0;
}

/** @param excess how many mirrors there are, if there are too many and this is one of those that are not made */
function stateOf(output: Row | undefined, excess: number): MirrorFacts {
  if (typeof output?.error === 'string' && output.error !== '')
    return { state: 'Failed', message: `Open vSwitch can not make the port ${output.name}: ${output.error}.` };
  if (typeof output?.ofport !== 'number' || output.ofport <= 0) return { state: 'Pending', message: '' };
  if (excess > 0)
    return {
      state: 'Exhausted',
      message: `${excess} mirrors are wanted there, and Open vSwitch makes ${mostMirrors}, this one not. Delete other sessions with pods on the node.`,
    };
  return { state: 'Ready', message: '' };
}
