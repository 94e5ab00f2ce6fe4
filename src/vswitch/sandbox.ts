/**
 * A pod's interface in Open vSwitch. Everything that is known of a sandbox stands in `Interface.external_ids`, so an agent that
 * starts finds its sandboxes in the database and needs no other memory: `recallSandbox` undoes `translateSandbox`.
 */
import type { Row as ReplicaRow } from '../ovsdb/index.ts';
import { nothing, type Translation } from '../reconcile/output.ts';
import type { Key, World } from '../store/store.ts';
import { type AgentInputs, local, type SandboxFacts } from './facts.ts';
import { interfaceKeys } from './managed.ts';
import { portRows } from './port.ts';

/** The key of a sandbox in the store: container ids hold no slash. */
export function sandboxKey({ containerId, ifname }: { readonly containerId: string; readonly ifname: string }): Key {
  return `${containerId}/${ifname}`;
}

/** The rows of one sandbox. */
export function translateSandbox(world: World<AgentInputs>, key: Key): Translation {
  const sandbox = world.get('Sandbox', key);
  if (!sandbox) return { resolved: true, output: nothing };
  const bridge = world.get('OpenVSwitch', local)?.bridge;
  const rows = portRows(`Sandbox/${key}`, bridge, {
    name: sandbox.hostInterface,
    columns: { external_ids: externalIds(sandbox) },
    // A reboot takes the pods along; the distributions' start scripts remove such ports before ovs-vswitchd runs (ovs-ctl(8)).
    otherConfig: new Map([['transient', 'true']]),
  });
  return { resolved: bridge !== undefined, output: { rows, contributions: [] } };
}

function externalIds({ port, mac, pod, ...sandbox }: SandboxFacts): ReadonlyMap<string, string> {
  const { ifaceId, ifaceIdVersion, container, ifname, netns, mtu, addresses } = interfaceKeys;
  return new Map([
    [ifaceId, port],
    [ifaceIdVersion, pod.uid],
    [interfaceKeys.mac, mac],
    [container, sandbox.containerId],
    [ifname, sandbox.ifname],
    [netns, sandbox.netns],
    [interfaceKeys.pod, `${pod.namespace}/${pod.name}`],
    [mtu, String(sandbox.mtu)],
    [addresses, sandbox.addresses.map(({ cidr, gateway }) => `${cidr} via ${gateway}`).join(', ')],
  ]);
}

/** The sandbox that a row of the table Interface is for; `undefined` if it is for none, or was damaged. */
export function recallSandbox(row: ReplicaRow): SandboxFacts | undefined {
  const { name, external_ids: ids } = row;
  if (typeof name !== 'string' || !(ids instanceof Map)) return undefined;
  const text = (key: string): string => String(ids.get(key) ?? '');
  const [namespace = '', pod = ''] = text(interfaceKeys.pod).split('/');
  const sandbox: SandboxFacts = {
    containerId: text(interfaceKeys.container),
    ifname: text(interfaceKeys.ifname),
    netns: text(interfaceKeys.netns),
    hostInterface: name,
    pod: { namespace, name: pod, uid: text(interfaceKeys.ifaceIdVersion) },
    port: text(interfaceKeys.ifaceId),
    mac: text(interfaceKeys.mac),
    mtu: Number(text(interfaceKeys.mtu)),
    addresses: text(interfaceKeys.addresses)
      .split(', ')
      .filter((each) => each !== '')
      .map((each) => {
        const [cidr = '', gateway = ''] = each.split(' via ');
        return { cidr, gateway };
      }),
  };
  return sandbox.containerId === '' || sandbox.ifname === '' ? undefined : sandbox;
}
