/** What has to happen to the objects themselves: finalizers while they are in use, and their end. Pure functions of the world. */
import type { World } from '../store/store.ts';
import type { Inputs } from '../topology/facts.ts';
import { gatewayNeeds, gatewayReferences, ipsOfGateway } from '../topology/gateways.ts';
import {
  gatewaysOfVpc,
  ipsOfSubnet,
  subnetsOfGateway,
  subnetsOfProviderNetwork,
  subnetsOfVpc,
} from '../topology/indexes.ts';
import { ipFinding, ipPhase, ipReferences, isOfGateway, keepsSubnet, portOf } from '../topology/ip.ts';
import { isLeftOver } from '../topology/stateful-sets.ts';
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
  if (isOfGateway(ip)) return gatewayIpStep(world, key, ip);
  // Row first, then finalizer and object: an address is never free while its port is in the database.
  if (world.get('Port', portOf(ip)) !== undefined) return 'none';
  const phase = world.derive(ipPhase, key);
  if (ip.meta.deleting) return ip.meta.inUse && (phase !== 'inUse' || isRefused(world, key)) ? 'finish' : 'none';
  if (phase === 'reserved' && isLeftOver(world, ip)) return 'delete';
  if (phase !== 'released') return 'none';
  if (ip.made) return ip.spec.reclaimPolicy === 'Retain' ? 'keep' : 'delete';
  return ip.spec.reclaimPolicy === 'Delete' || isLeftOver(world, ip) ? 'delete' : 'unbind';
}

/** An address of a Gateway ends when the Gateway wants it no longer and its router has it no longer. */
function gatewayIpStep(world: World<Inputs>, key: string, ip: Inputs['IP']): IPStep {
  const inDatabase = world.get('Port', portOf(ip))?.addresses ?? [];
  if (ip.spec.addresses?.some((address) => inDatabase.includes(address))) return 'none';
  if (gatewayNeeds(world, key)) return 'none';
  return ip.meta.deleting ? 'finish' : 'delete';
}

/** Whether an IP has nothing that its pod could keep: it was refused and is not in the database. */
function isRefused(world: World<Inputs>, key: string): boolean {
  return ipFinding(world, key) !== undefined || world.derive(ipReferences, key) !== undefined;
}

/** What has to happen to the finalizer of something that others name. */
export type ParentStep = 'none' | 'hold' | 'finish';

/** What has to happen to a Vpc: held from its first Subnet or Gateway on. */
export function vpcStep(world: World<Inputs>, name: string): ParentStep {
  return parentStep(
    world.get('Vpc', name),
    () => world.count(subnetsOfVpc, name) > 0 || world.count(gatewaysOfVpc, name) > 0,
  );
}

/** What has to happen to a Subnet: held from its first IP on. */
export function subnetStep(world: World<Inputs>, name: string): ParentStep {
  return parentStep(world.get('Subnet', name), () =>
    world.list(ipsOfSubnet, name).some((key) => keepsSubnet(world, key)),
  );
}

/** What has to happen to a ProviderNetwork: held from its first External Subnet on. */
export function providerNetworkStep(world: World<Inputs>, name: string): ParentStep {
  return parentStep(world.get('ProviderNetwork', name), () => world.count(subnetsOfProviderNetwork, name) > 0);
}

/** What has to happen to a Gateway: held before it gets its first address, and until its last is free and no Subnet names it. */
export function gatewayStep(world: World<Inputs>, name: string): ParentStep {
  const gateway = world.get('Gateway', name);
  return parentStep(
    gateway,
    () =>
      world.count(subnetsOfGateway, name) > 0 ||
      ipsOfGateway(world, name).length > 0 ||
      (!gateway?.meta.deleting && world.derive(gatewayReferences, name) === undefined),
  );
}

/** @param used is asked only where it matters: the IPs of a Subnet that is held already are many */
function parentStep(
  parent: Inputs['Vpc' | 'Subnet' | 'Gateway' | 'ProviderNetwork'] | undefined,
  used: () => boolean,
): ParentStep {
  if (!parent) return 'none';
  if (parent.meta.deleting) return parent.meta.inUse && !used() ? 'finish' : 'none';
  return !parent.meta.inUse && used() ? 'hold' : 'none';
}
