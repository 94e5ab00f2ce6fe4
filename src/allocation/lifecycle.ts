/** What has to happen to the objects themselves: finalizers while they are in use, and their end. Pure functions of the world. */
import type { World } from '../store/store.ts';
import type { Inputs } from '../topology/facts.ts';
import { ipsOfSubnet, subnetsOfVpc } from '../topology/indexes.ts';
import { ipFinding, ipPhase, ipReferences, keepsSubnet, portOf } from '../topology/ip.ts';
import { isLoser } from './need.ts';

/** What has to happen to an IP. */
export type IPStep =
  | 'none'
  /** It ends: finalizer and object. Its row is gone already. */
  | 'delete'
  /** It stays, and belongs to no pod any more. */
  | 'unbind'
  /** It was ours and somebody wrote `reclaimPolicy: Retain`: it becomes theirs. */
  | 'keep'
  /** Somebody asked for its deletion and nothing needs it any more: the finalizer goes. */
  | 'finish';

/** What has to happen to one IP now. */
export function ipStep(world: World<Inputs>, key: string): IPStep {
  const ip = world.get('IP', key);
  if (!ip) return 'none';
  if (isLoser(world, key)) return ip.meta.deleting ? 'finish' : 'delete';
  // Row first, then finalizer and object: an address is never free while its port is in the database.
  if (world.get('Port', portOf(ip)) !== undefined) return 'none';
  const phase = world.derive(ipPhase, key);
  if (ip.meta.deleting) return ip.meta.inUse && (phase !== 'inUse' || isRefused(world, key)) ? 'finish' : 'none';
  if (phase !== 'released') return 'none';
  if (ip.made) return ip.spec.reclaimPolicy === 'Retain' ? 'keep' : 'delete';
  return ip.spec.reclaimPolicy === 'Delete' ? 'delete' : 'unbind';
}

/** Whether an IP has nothing that its pod could keep: it was refused and is not in the database. */
function isRefused(world: World<Inputs>, key: string): boolean {
  return world.derive(ipFinding, key) !== undefined || world.derive(ipReferences, key) !== undefined;
}

/** What has to happen to the finalizer of a Vpc or Subnet. */
export type ParentStep = 'none' | 'hold' | 'finish';

/** What has to happen to a Vpc: held from its first Subnet on. */
export function vpcStep(world: World<Inputs>, name: string): ParentStep {
  return parentStep(world.get('Vpc', name), () => world.count(subnetsOfVpc, name) > 0);
}

/** What has to happen to a Subnet: held from its first IP on. */
export function subnetStep(world: World<Inputs>, name: string): ParentStep {
  return parentStep(world.get('Subnet', name), () =>
    world.list(ipsOfSubnet, name).some((key) => keepsSubnet(world, key)),
  );
}

/** @param used is asked only where it matters: the IPs of a Subnet that is held already are many */
function parentStep(parent: Inputs['Vpc' | 'Subnet'] | undefined, used: () => boolean): ParentStep {
  if (!parent) return 'none';
  if (parent.meta.deleting) return parent.meta.inUse && !used() ? 'finish' : 'none';
  return !parent.meta.inUse && used() ? 'hold' : 'none';
}
