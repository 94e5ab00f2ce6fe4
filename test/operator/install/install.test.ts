import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { Testing } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { Installation, installation, type Manifest, toYaml, unfilled } from '../../../operator/install/install.ts';
import { removal } from '../../../operator/install/removal.ts';
import { readSettings } from '../../../operator/install/settings.ts';
import { kinds } from '../../../src/api/generated/kinds.ts';
import { type KindSchema, loadKindSchemas } from '../../../src/generate/json-schema.ts';

const root = new URL('../../../', import.meta.url);

describe('the installation', () => {
  const settings = readSettings([
    ...['--image', 'mine:1', '--api-server', '[fd00::1]:6443', '--pod-cidrs', '10.1.0.0/16,fd01::/64'],
    ...['--northbound', 'ssl:10.0.0.1:6641', '--tls-secret', 'ovn'],
  ]);
  let schemas: readonly KindSchema[];
  let manifests: readonly Manifest[];
  /** The installation of one cluster. */
  let filled: readonly Manifest[];

  before(async () => {
    schemas = await loadKindSchemas(new URL('crds/schemas/', root));
    manifests = installation(schemas);
    filled = installation(schemas, settings);
  });

  it('is what is committed', async () => {
    const committed = await readFile(new URL('operator/install/install.yaml', root), 'utf8');
    assert.equal(committed.slice(committed.indexOf('\n') + 1), toYaml(manifests) + unfilled, 'run make generate');
  });

  it('comes with what takes it away: committed, with the right to delete every kind, its objects apart from all others', async () => {
    const committed = await readFile(new URL('operator/install/uninstall.yaml', root), 'utf8');
    assert.equal(committed.slice(committed.indexOf('\n') + 1), toYaml(removal()), 'run make generate');
    const rules = removal().find(({ kind }) => kind === 'ClusterRole')?.rules as readonly {
      readonly resources: readonly string[];
      readonly verbs: readonly string[];
    }[];
    for (const { plural } of Object.values(kinds))
      assert.ok(
        rules.some(({ resources, verbs }) => resources.includes(plural) && verbs.includes('delete')),
        plural,
      );
    const names = [...manifests, ...removal()].map(({ kind, metadata }) => `${kind}/${metadata.name}`);
    const system = names.filter((name) => name.startsWith('DaemonSet/') || name.startsWith('ClusterRole/'));
    assert.equal(new Set(system).size, system.length);
    // It waits beside the agent until that has ended.
    const ports = [...manifests, ...removal()]
      .filter(({ kind }) => kind === 'DaemonSet' || kind === 'Deployment')
      .map((workload) => podOf(workload).containers[0]?.readinessProbe?.httpGet.port);
    assert.equal(new Set(ports).size, 3);
  });

  it('reads back from YAML as the objects it is made of', () => {
    const read = parseAllDocuments(toYaml(manifests)).map((document) => document.toJSON());
    assert.deepEqual(read, JSON.parse(JSON.stringify(manifests)));
  });

  it('names every object once and puts a namespace before what is in it', () => {
    const names = manifests.map(({ kind, metadata }) => `${kind}/${metadata.namespace ?? ''}/${metadata.name}`);
    assert.equal(new Set(names).size, names.length);
    for (const [index, { metadata }] of manifests.entries()) {
      if (metadata.namespace === undefined) continue;
      const place = manifests.findIndex(
        ({ kind, metadata: { name } }) => kind === 'Namespace' && name === metadata.namespace,
      );
      assert.ok(place >= 0 && place < index, names[index]);
    }
  });

  it('lets the programs read every kind, and one of the roles for people write it', () => {
    const rulesOf = (name: string) =>
      (manifests.find(({ kind, metadata }) => kind === 'ClusterRole' && metadata.name === name)?.rules ??
        []) as readonly {
        readonly resources: readonly string[];
        readonly verbs: readonly string[];
      }[];
    const can = (role: string, verb: string, resource: string) =>
      rulesOf(role).some(({ resources, verbs }) => resources.includes(resource) && verbs.includes(verb));
    for (const { plural, owner } of Object.values(kinds)) {
      for (const role of ['subnetes-controller', 'subnetes-agent'])
        assert.ok(can(role, 'watch', plural), `${role} ${plural}`);
      assert.equal(can('subnetes-edit', 'update', plural), owner === 'tenant', plural);
      assert.equal(can('subnetes-network-admin', 'update', plural), owner === 'network-admin', plural);
      for (const role of ['subnetes-edit', 'subnetes-network-admin'])
        assert.ok(!can(role, 'update', `${plural}/status`));
    }
  });

  it('labels everything, so that one selector finds it', () => {
    for (const { metadata } of manifests)
      assert.equal(metadata.labels?.['app.kubernetes.io/part-of'], 'subnetes', metadata.name);
  });

  it('says in comments what only the user knows, as objects that could be applied', () => {
    const text = unfilled.replace(/^.*\n/, '').replaceAll(/^# ?/gm, '');
    const objects = parseAllDocuments(text).flatMap((document) =>
      document.contents === null ? [] : [document.toJSON()],
    );
    assert.deepEqual(
      objects.map(({ kind }) => kind),
      ['ConfigMap', 'NetworkConfig'],
    );
    const { metadata, data } = objects[0];
    const made = filled.find(({ kind }) => kind === 'ConfigMap');
    assert.deepEqual([metadata.name, metadata.namespace], [made?.metadata.name, made?.metadata.namespace]);
    assert.deepEqual(Object.keys(data), Object.keys(made?.data as object));
  });

  it('is the same list as a chart', () => {
    const chart = new Installation(Testing.app(), 'subnetes', schemas, settings);
    const plain = (objects: readonly unknown[]) => JSON.parse(JSON.stringify(objects)).map(byName);
    assert.deepEqual(plain(chart.toJson()).sort(), plain(filled).sort());
  });

  it('puts its values where they belong', () => {
    const find = (name: string) => filled.find(({ kind }) => kind === name);
    assert.deepEqual(find('ConfigMap')?.data, { host: 'fd00::1', port: '6443' });
    assert.deepEqual(find('NetworkConfig')?.spec, {
      podCidrs: ['10.1.0.0/16', 'fd01::/64'],
      database: { northbound: ['ssl:10.0.0.1:6641'], tlsSecret: 'ovn' },
    });
    for (const program of ['Deployment', 'DaemonSet'])
      assert.equal(podOf(find(program)).containers[0]?.image, 'mine:1');
    assert.equal(readSettings([]), undefined);
    for (const wrong of ['10.0.0.1', 'fd00::1:6443', '[fd00::1]', 'host:port'])
      assert.throws(() => readSettings(['--api-server', wrong]), /write it as 10.0.0.1:6443/, wrong);
  });

  it('lets the programs find the API server without a Service, and only if somebody says where it is', () => {
    for (const program of ['Deployment', 'DaemonSet']) {
      const env = podOf(manifests.find(({ kind }) => kind === program)).containers[0]?.env ?? [];
      for (const key of ['host', 'port']) {
        const from = env.find(({ name }) => name === `KUBERNETES_SERVICE_${key.toUpperCase()}`)?.valueFrom;
        assert.deepEqual(from, { configMapKeyRef: { name: 'api-server', key, optional: true } });
      }
    }
  });

  it("selects each program's own pods, in the network of the node", () => {
    for (const kind of ['Deployment', 'DaemonSet']) {
      const { spec } = manifests.find((manifest) => manifest.kind === kind) as never as {
        spec: { selector: { matchLabels: object }; template: { metadata: { labels: object }; spec: PodSpec } };
      };
      assert.deepEqual(spec.selector.matchLabels, spec.template.metadata.labels);
      assert.equal(spec.template.spec.hostNetwork, true);
      assert.notEqual(
        spec.template.spec.dnsPolicy,
        'ClusterFirst',
        'the DNS of the cluster needs the network of the pods',
      );
    }
  });

  it('has two controllers on different nodes, of which one may always be away', () => {
    const deployment = manifests.find(({ kind }) => kind === 'Deployment')?.spec as {
      replicas: number;
      strategy: unknown;
      template: { spec: { affinity: { podAntiAffinity: object } } };
    };
    assert.equal(deployment.replicas, 2);
    // Two on one node would want the same health port.
    assert.deepEqual(deployment.strategy, { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } });
    assert.deepEqual(Object.keys(deployment.template.spec.affinity.podAntiAffinity), [
      'requiredDuringSchedulingIgnoredDuringExecution',
    ]);
    const budget = manifests.find(({ kind }) => kind === 'PodDisruptionBudget')?.spec as { minAvailable: number };
    assert.equal(budget.minAvailable, 1);
  });

  it('gives the agent the folders of the node at the same paths', () => {
    const pod = podOf(manifests.find(({ kind }) => kind === 'DaemonSet'));
    const mounts = new Map(pod.containers[0]?.volumeMounts?.map((mount) => [mount.name, mount]));
    for (const { name, hostPath } of pod.volumes ?? []) assert.equal(mounts.get(name)?.mountPath, hostPath.path, name);
    assert.equal(mounts.get('namespaces')?.mountPropagation, 'HostToContainer', 'namespaces that are made later');
    assert.equal(pod.hostPID, true, 'namespaces that are called /proc/PID/ns/net');
    assert.deepEqual(pod.tolerations, [{ operator: 'Exists' }]);
  });
});

interface PodSpec {
  readonly hostNetwork?: boolean;
  readonly hostPID?: boolean;
  readonly dnsPolicy?: string;
  readonly tolerations?: readonly unknown[];
  readonly containers: readonly {
    readonly image: string;
    readonly readinessProbe?: { readonly httpGet: { readonly port: number } };
    readonly env?: readonly { readonly name: string; readonly valueFrom: unknown }[];
    readonly volumeMounts?: readonly {
      readonly name: string;
      readonly mountPath: string;
      readonly mountPropagation?: string;
    }[];
  }[];
  readonly volumes?: readonly { readonly name: string; readonly hostPath: { readonly path: string } }[];
}

function podOf(workload: Manifest | undefined): PodSpec {
  assert.ok(workload);
  return (workload.spec as { template: { spec: PodSpec } }).template.spec;
}

/** An object with its name in front, as text: for lists whose order says nothing. */
function byName(object: Manifest): string {
  return `${object.kind}/${object.metadata.namespace ?? ''}/${object.metadata.name} ${JSON.stringify(sorted(object))}`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  );
}
