/** What a Subnet refers to: the installation, its Vpc, the Subnets that may reach it, and the Gateways that it leaves through. */
import type { World } from '../../store/store.ts';
import { egressFinding } from '../../topology/egress.ts';
import type { Inputs } from '../../topology/facts.ts';
import { configOf, vpcFinding } from '../../topology/join-network.ts';
import { subnetNetwork } from '../../topology/subnets.ts';
import { type Finding, noNetworkConfig } from '../../topology/verdict.ts';

/** The first reference that does not hold. */
export function referenceFinding(world: World<Inputs>, subnet: Inputs['Subnet']): Finding | undefined {
  if (!configOf(world)) return noNetworkConfig;
  const name = subnet.spec.vpc;
  if (name === undefined) return providerFinding(world, subnet);
  const vpc = world.get('Vpc', name);
  if (!vpc)
    return { reason: 'RefNotFound', message: `There is no Vpc ${name}. Make it, or name another: kubectl get vpc` };
  const finding = world.derive(vpcFinding, name);
  if (finding) return { reason: 'RefNotAccepted', message: `Vpc ${name} is not accepted: ${finding.message}` };
  if (vpc.meta.deleting && !subnet.programmed)
    return { reason: 'RefNotAccepted', message: `Vpc ${name} is being deleted. Name another Vpc.` };
  for (const { subnet: peer } of subnet.spec.isolation.allowFrom ?? []) {
    if (peer === undefined) continue;
    if (!world.get('Subnet', peer))
      return {
        reason: 'RefNotFound',
        message: `There is no Subnet ${peer} (isolation.allowFrom). Make it, or remove the entry.`,
      };
    // Its ranges mean something else here, or nothing: another Vpc may use the same addresses.
    const other = world.get('Subnet', peer)?.spec.vpc;
    if (other !== name)
      return {
        reason: 'RefNotPermitted',
        message: `Subnet ${peer} (isolation.allowFrom) is in Vpc ${other}, which never reaches Vpc ${name}. Name a Subnet of Vpc ${name}, or remove the entry.`,
      };
    if (!world.derive(subnetNetwork, peer))
      return {
        reason: 'RefNotAccepted',
        message: `Subnet ${peer} (isolation.allowFrom) is not accepted. See its conditions, or remove the entry.`,
      };
  }
  return egressFinding(world, subnet);
}

/** What is wrong with the ProviderNetwork of an External Subnet. */
function providerFinding(world: World<Inputs>, { spec, programmed }: Inputs['Subnet']): Finding | undefined {
  const name = spec.physical?.providerNetwork ?? '';
  const network = world.get('ProviderNetwork', name);
  if (!network)
    return {
      reason: 'RefNotFound',
      message: `There is no ProviderNetwork ${name} (physical.providerNetwork). Make it, or name another: kubectl get vprov`,
    };
  if (network.meta.deleting && !programmed)
    return { reason: 'RefNotAccepted', message: `ProviderNetwork ${name} is being deleted. Name another.` };
  return undefined;
}
