// A bed for tests of the controller alone: a real API server, real OVN databases and ovn-northd, and no node at all. Nodes are Node objects and
// chassis records; `ovn-sbctl lsp-bind` does what a node's ovn-controller would. Waits are for events: a follower of each kind and a
// replica of OVN_Northbound wake whoever waits.
import assert from 'node:assert/strict';
import { watch } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { OvsdbClient, type Row } from '../../../src/ovsdb/index.ts';
import { Bed, type ControllerOptions } from '../../support/bed.ts';
import type { AuditRecord } from '../../support/bed-kubernetes.ts';
import { KubeApiError, type KubeObject } from '../../support/kube-api.ts';
import type { Program } from '../../support/program.ts';

/** A condition as an object shows it. */
export interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
  readonly message: string;
  readonly observedGeneration?: number;
}

/** The collections that are followed, by plural. */
const collections = {
  ips: '/apis/subnetes.io/v1alpha1/ips',
  subnets: '/apis/subnetes.io/v1alpha1/subnets',
  vpcs: '/apis/subnetes.io/v1alpha1/vpcs',
  gateways: '/apis/subnetes.io/v1alpha1/gateways',
  providernetworks: '/apis/subnetes.io/v1alpha1/providernetworks',
  networkconfigs: '/apis/subnetes.io/v1alpha1/networkconfigs',
  nodenetworks: '/apis/subnetes.io/v1alpha1/nodenetworks',
} as const;

/** A followed kind, by its plural. */
export type Plural = keyof typeof collections;

/** Tables of OVN_Northbound that hold rows of ours. */
export const ownedTables = [
  'Logical_Router',
  'Logical_Router_Port',
  'Logical_Router_Policy',
  'Logical_Router_Static_Route',
  'Logical_Switch',
  'Logical_Switch_Port',
  'ACL',
  'Address_Set',
  'Port_Group',
  'DHCP_Options',
  'NAT',
  'HA_Chassis_Group',
  'HA_Chassis',
] as const;

/** How a {@link ControllerBed} is made. */
export interface ControllerBedOptions {
  /** Spec of NetworkConfig "default"; false makes none. */
  readonly networkConfig?: Readonly<Record<string, unknown>> | false;
  /** Names of Node objects that have a chassis; n1 and n2 when absent. */
  readonly nodes?: readonly string[];
}

/** How long a wait may take; long, because the machine may be busy. */
const patienceSeconds = 60;

/** The bed. */
export class ControllerBed {
  readonly bed: Bed;
  readonly northbound: OvsdbClient;
  #controller: Program | undefined;
  readonly #objects = new Map<Plural, Map<string, KubeObject>>();
  readonly #ended = new AbortController();
  readonly #waiting = new Set<() => void>();

  private constructor(bed: Bed) {
    this.bed = bed;
    this.northbound = new OvsdbClient({
      database: 'OVN_Northbound',
      endpoints: [bed.northbound.unix],
      tables: {
        ...Object.fromEntries(ownedTables.map((table) => [table, 'all'] as const)),
        Logical_Switch_Port: { columns: 'all', indexes: ['name'] },
        NB_Global: 'all',
      },
    });
  }

  /** Brings the bed up, with the controller running and its NetworkConfig Ready. */
  static async up({ networkConfig = {}, nodes = ['n1', 'n2'] }: ControllerBedOptions = {}): Promise<ControllerBed> {
    const bed = await Bed.up({ nodes: 0, kubernetes: true, audit: true });
    try {
      const made = new ControllerBed(bed);
      await bed.kube.install();
      await made.#follow();
      await Promise.all(nodes.map((node, index) => made.addNode(node, index + 11)));
      if (networkConfig !== false) await made.apply(object('NetworkConfig', 'default', networkConfig));
      await made.startController();
      if (networkConfig !== false) await made.ready('networkconfigs', 'default');
      return made;
    } catch (error) {
      await bed.down();
      throw error;
    }
  }

  /** Ends everything. */
  async down(): Promise<void> {
    this.#ended.abort();
    await this.northbound.stop();
    await this.bed.down();
  }

  /** The controller that was started last under the name "controller". */
  get controller(): Program {
    assert.ok(this.#controller, 'no controller was started');
    return this.#controller;
  }

  /** Starts a controller and waits until it has complete watches; it need not lead yet. */
  async startController(options: ControllerOptions = {}): Promise<Program> {
    const controller = await this.bed.startController(options);
    this.#controller = controller;
    return controller.ready();
  }

  /** Kills the controller. Its Lease is deleted, so that the next one need not wait for it to run out; epochs go on all the same. */
  async killController(): Promise<void> {
    await this.controller.kill();
    await this.bed.kube.api.callIfThere(
      'DELETE',
      '/apis/coordination.k8s.io/v1/namespaces/subnetes-system/leases/controller',
    );
  }

  /** Resolves when `look` says something other than undefined or false; it is asked again whenever an object or a row changed. */
  async until<T>(what: string, look: () => T | undefined | false, seconds = patienceSeconds): Promise<T> {
    const deadline = AbortSignal.timeout(seconds * 1000);
    for (;;) {
      const found = look();
      if (found !== undefined && found !== false) return found;
      if (deadline.aborted) assert.fail(`not within ${seconds} s: ${what}\n${this.#story()}`);
      await new Promise<void>((resolve) => {
        const done = (): void => {
          this.#waiting.delete(done);
          deadline.removeEventListener('abort', done);
          resolve();
        };
        this.#waiting.add(done);
        deadline.addEventListener('abort', done, { once: true });
      });
    }
  }

  /** As {@link until}, for what only a tool can tell; asked with a growing pause, because it has no event. */
  async untilAsync(what: string, look: () => Promise<boolean>): Promise<void> {
    const deadline = performance.now() + patienceSeconds * 1000;
    for (let pause = 20; !(await look()); pause = Math.min(pause * 2, 500)) {
      assert.ok(performance.now() < deadline, `not within ${patienceSeconds} s: ${what}`);
      await delay(pause);
    }
  }

  /** The object as last seen. */
  get(plural: Plural, key: string): KubeObject | undefined {
    return this.#objects.get(plural)?.get(key);
  }

  /** All objects of a kind as last seen. */
  list(plural: Plural): readonly KubeObject[] {
    return [...(this.#objects.get(plural)?.values() ?? [])];
  }

  /** Waits for a condition of an object's present generation. */
  condition(plural: Plural, key: string, type: string, status: string, reason?: string): Promise<Condition> {
    return this.until(`${plural} ${key}: ${type}=${status}${reason ? `/${reason}` : ''}`, () => {
      const seen = this.get(plural, key);
      const condition = seen && conditionOf(seen, type);
      if (!condition || condition.status !== status || (reason !== undefined && condition.reason !== reason))
        return undefined;
      const { generation } = seen.metadata as { readonly generation?: number };
      return condition.observedGeneration === generation ? condition : undefined;
    });
  }

  /** Waits until an object is Ready. */
  ready(plural: Plural, key: string): Promise<Condition> {
    return this.condition(plural, key, 'Ready', 'True');
  }

  /** Waits until an object is gone from the API server. */
  gone(plural: Plural, key: string): Promise<true> {
    return this.until(`${plural} ${key} is gone`, () => !this.get(plural, key));
  }

  /** Applies objects as a user does, and hands back kubectl's words. */
  apply(...objects: readonly unknown[]): Promise<string> {
    const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });
    return this.bed.kube.kubectl(['apply', '-f', '-'], list);
  }

  /** Makes a namespace. */
  async namespace(name: string, labels: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.bed.kube.api.ensure('/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels },
    });
  }

  /** Makes a Node object, its chassis in OVN_Southbound, and the NodeNetwork that its agent would write. */
  async addNode(name: string, host: number): Promise<void> {
    const address = `172.30.0.${host}`;
    const { api } = this.bed.kube;
    await api.ensure('/api/v1/nodes', { apiVersion: 'v1', kind: 'Node', metadata: { name } });
    await api.call('PATCH', `/api/v1/nodes/${name}/status`, {
      status: {
        addresses: [{ type: 'InternalIP', address }],
        conditions: [{ type: 'Ready', status: 'True', reason: 'Test', message: '', lastTransitionTime: now() }],
      },
    });
    await this.bed.sbctl('--may-exist', 'chassis-add', name, 'geneve', address);
    await api.ensure('/apis/subnetes.io/v1alpha1/nodenetworks', object('NodeNetwork', name));
    await api.call('PATCH', `/apis/subnetes.io/v1alpha1/nodenetworks/${name}/status`, {
      status: { chassis: name, tunnel: { address, encapsulation: 'Geneve', mtu: 1400 } },
    });
  }

  /** Makes a pod that is bound to a node. */
  async createPod(
    name: string,
    { namespace = 'default', node = 'n1', labels = {}, ownerReferences = [] }: PodOptions = {},
  ): Promise<KubeObject> {
    return this.bed.kube.api.call('POST', `/api/v1/namespaces/${namespace}/pods`, {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, namespace, labels, ownerReferences },
      spec: { nodeName: node, containers: [{ name: 'main', image: 'none' }] },
    });
  }

  /** Removes a pod at once, as a kubelet does when its containers have ended. */
  async deletePod(name: string, namespace = 'default'): Promise<void> {
    await this.bed.kube.api.call('DELETE', `/api/v1/namespaces/${namespace}/pods/${name}`, { gracePeriodSeconds: 0 });
  }

  /** IPs bound to a pod's uid, or made for it. */
  ipsOf(pod: KubeObject): readonly KubeObject[] {
    const { uid } = pod.metadata;
    return this.list('ips').filter((ip) => targetOf(ip).uid === uid || ip.status?.uid === uid);
  }

  /** Waits until a pod has an IP with addresses and a port, and hands it back. */
  async ipOf(pod: KubeObject): Promise<KubeObject> {
    return this.until(`pod ${pod.metadata.name} has an IP with a port`, () =>
      this.ipsOf(pod).find((ip) => addressesOf(ip).length > 0 && this.port(portOf(ip)) !== undefined),
    );
  }

  /** A logical switch port by name. */
  port(name: string): Row | undefined {
    return [...this.northbound.replica.table('Logical_Switch_Port').find('name', name)][0];
  }

  /** Rows that carry a stamp of ours. */
  ownRows(table: (typeof ownedTables)[number]): readonly Row[] {
    return [...this.northbound.replica.table(table).rows()].filter((row) => ownerOf(row) !== undefined);
  }

  /** Owners of the logical switch ports of IPs. */
  ipPorts(): readonly string[] {
    return this.ownRows('Logical_Switch_Port').flatMap((row) => {
      const owner = ownerOf(row) ?? '';
      return owner.startsWith('IP/') ? [owner.slice(3)] : [];
    });
  }

  /** Does what a node's ovn-controller does when a pod's interface appears: binds ports to its chassis. OVN then says that they are up. */
  async bind(node: string, ...ports: readonly string[]): Promise<void> {
    for (let from = 0; from < ports.length; from += 50) {
      const some = ports.slice(from, from + 50);
      await this.bed.sbctl(
        ...some.flatMap((port) => ['--', 'wait-until', 'Port_Binding', port]).slice(1),
        ...some.flatMap((port) => ['--', '--may-exist', 'lsp-bind', port, node]),
      );
    }
    await this.until(`ports are up: ${ports.slice(0, 3).join(', ')} …`, () =>
      ports.every((port) => this.port(port)?.up === true),
    );
  }

  /** Does what a node's ovn-controller does when a pod's interface is gone. */
  async unbind(...ports: readonly string[]): Promise<void> {
    for (let from = 0; from < ports.length; from += 50) {
      const some = ports.slice(from, from + 50);
      await this.bed.sbctl(...some.flatMap((port) => ['--', '--if-exists', 'lsp-unbind', port]).slice(1));
    }
  }

  /** The writes of the controller's ServiceAccount from a record on, without its Lease. */
  async writes(from = 0): Promise<readonly AuditRecord[]> {
    const records = await this.bed.kube.audit(from);
    return records.filter(
      ({ user, verb, resource }) =>
        user.endsWith(':controller') && !['get', 'list', 'watch'].includes(verb) && resource !== 'leases',
    );
  }

  /** As {@link writes}, once they satisfy `enough`: the log is written after the answer, and the watch may be faster than both. */
  async writesUntil(
    from: number,
    enough: (writes: readonly AuditRecord[]) => boolean,
  ): Promise<readonly AuditRecord[]> {
    const signal = AbortSignal.timeout(patienceSeconds * 1000);
    let grown = (): void => {};
    const watcher = watch(this.bed.kube.server.auditLog, () => grown());
    try {
      for (;;) {
        const change = new Promise<void>((resolve) => {
          grown = resolve;
          signal.addEventListener('abort', () => resolve(), { once: true });
        });
        const writes = await this.writes(from);
        if (enough(writes)) return writes;
        assert.ok(
          !signal.aborted,
          `the audit log never showed the writes that were expected: ${JSON.stringify(writes)}`,
        );
        await change;
      }
    } finally {
      watcher.close();
    }
  }

  /** Number of audit records so far. */
  async auditPosition(): Promise<number> {
    return (await this.bed.kube.audit()).length;
  }

  async #follow(): Promise<void> {
    this.northbound.replica.on('changes', () => this.#wake());
    this.northbound.start();
    await this.northbound.synced(AbortSignal.timeout(patienceSeconds * 1000));
    const { signal } = this.#ended;
    await Promise.all(
      Object.entries(collections).map(([plural, path]) => {
        const known = new Map<string, KubeObject>();
        this.#objects.set(plural as Plural, known);
        return new Promise<void>((resolve, reject) => {
          const handle = (event: 'put' | 'delete', seen: KubeObject): void => {
            if (event === 'put') known.set(keyOf(seen), seen);
            else if (known.get(keyOf(seen))?.metadata.uid === seen.metadata.uid) known.delete(keyOf(seen));
            this.#wake();
          };
          this.bed.kube.api.follow(path, {}, handle, signal, resolve).catch(reject);
        });
      }),
    );
  }

  #wake(): void {
    for (const wake of [...this.#waiting]) wake();
  }

  /** What there is, for a wait that failed. */
  #story(): string {
    const objects = (Object.keys(collections) as Plural[]).flatMap((plural) =>
      this.list(plural)
        .slice(0, 20)
        .map((seen) => {
          const conditions = (seen.status?.conditions ?? []) as readonly Condition[];
          const said = conditions.map(({ type, status, reason }) => `${type}=${status}/${reason}`).join(' ');
          const deleting = seen.metadata.deletionTimestamp ? ` deleting, finalizers ${seen.metadata.finalizers}` : '';
          return `${plural} ${keyOf(seen)}${deleting}: ${addressesOf(seen).join(' ')} ${said}`;
        }),
    );
    const ports = this.ipPorts().slice(0, 20);
    return [...objects, `ports: ${ports.join(' ')}`, `controller log: ${this.#controller?.daemon.logFile}`].join('\n');
  }
}

/** How a pod is made. */
export interface PodOptions {
  /** "default" when absent. */
  readonly namespace?: string;
  /** n1 when absent. */
  readonly node?: string;
  readonly labels?: Readonly<Record<string, string>>;
  /** As in `metadata.ownerReferences`. */
  readonly ownerReferences?: readonly object[];
}

/** An object of ours. */
export function object(kind: string, name: string, spec: Readonly<Record<string, unknown>> = {}): object {
  const [namespace, own] = name.includes('/') ? name.split('/') : [undefined, name];
  return {
    apiVersion: 'subnetes.io/v1alpha1',
    kind,
    metadata: { name: own, ...(namespace === undefined ? {} : { namespace }) },
    spec,
  };
}

/** `namespace/name`, or `name`. */
export function keyOf({ metadata: { namespace, name } }: KubeObject): string {
  return namespace ? `${namespace}/${name}` : name;
}

/** A condition of an object. */
export function conditionOf(seen: KubeObject, type: string): Condition | undefined {
  return ((seen.status?.conditions ?? []) as readonly Condition[]).find((condition) => condition.type === type);
}

/** The addresses that an IP holds: those of its spec, else those of its status. */
export function addressesOf(ip: KubeObject): readonly string[] {
  const given = (ip.spec?.addresses ?? []) as readonly string[];
  const held = [ip.status?.ipv4, ip.status?.ipv6].filter((address) => typeof address === 'string');
  return [...new Set([...given, ...held])];
}

/** Logical port of an IP. */
export function portOf({ metadata: { namespace, name } }: KubeObject): string {
  return `${namespace}.${name}`;
}

/** The target of an IP. */
export function targetOf(ip: KubeObject): { readonly name?: string; readonly uid?: string } {
  return (ip.spec?.target ?? {}) as { readonly name?: string; readonly uid?: string };
}

/** Owner in the stamp of a row. */
export function ownerOf(row: Row): string | undefined {
  const ids = row.external_ids;
  return ids instanceof Map ? (ids.get('subnetes-owner') as string | undefined) : undefined;
}

/** The refusal of a request that must be refused. */
export async function refusal(request: Promise<unknown>): Promise<KubeApiError> {
  const error = await request.then(
    () => assert.fail('it was not refused'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof KubeApiError, String(error));
  return error;
}

const now = (): string => new Date().toISOString().replace(/\.\d+Z$/, 'Z');

/** A Subnet that serves one namespace. */
export function servedSubnet(
  name: string,
  vpc: string,
  namespace: string,
  cidrs: readonly string[],
  spec: Readonly<Record<string, unknown>> = {},
): object {
  const namespaceSelector = { matchLabels: { 'kubernetes.io/metadata.name': namespace } };
  return object('Subnet', name, { vpc, cidrs, namespaceSelector, ...spec });
}
