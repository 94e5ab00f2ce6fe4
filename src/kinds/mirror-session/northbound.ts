/**
 * A MirrorSession in OVN_Northbound: one `Mirror`, to which the ports of the pods refer (`Logical_Switch_Port.mirror_rules`, rows of the
 * IPs). A session that is over, refused or not permitted any more wants nothing at all: a tap is never held.
 */
import { map, type Northbound, row } from '../../northbound/rows.ts';
import { nothing, type Translation } from '../../reconcile/output.ts';
import type { World } from '../../store/store.ts';
import type { Inputs } from '../../topology/facts.ts';
import { isDecidable, ovnMirror } from '../../topology/mirrors.ts';

/** `Mirror.filter` of each direction: OVN calls what a pod sends "from" its port. */
const filters = { Ingress: 'to-lport', Egress: 'from-lport', Both: 'both' } as const;

/** The rows of one session. */
export function northbound(context: Northbound, world: World<Inputs>, key: string): Translation {
  const session = world.get('MirrorSession', key);
  if (!session) return { resolved: true, output: nothing };
  if (!isDecidable(world, key)) return { resolved: false, output: nothing };
  const mirror = world.derive(ovnMirror, key);
  if (!mirror) return { resolved: true, output: nothing };
  const columns = { ...mirror, filter: filters[session.spec.direction], external_ids: map({ session: key }) };
  return {
    resolved: true,
    output: { rows: [row(context, 'Mirror', `MirrorSession/${key}`, mirror.name, columns)], contributions: [] },
  };
}
