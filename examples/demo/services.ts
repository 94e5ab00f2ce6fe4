/** What the demo shows of Kubernetes' own kinds: a Deployment that is scaled, and the Service before it, from everywhere. */
import type { Cluster } from '../../test/support/cluster.ts';
import { eventually, fetchHttp, inNamespace, type Runner } from '../../test/support/traffic.ts';
import type { Expectation } from './expectations.ts';
import { type DemoPod, place } from './pods.ts';
import { prove } from './prove.ts';
import type { Screen } from './screen.ts';

const [namespace, port, nodePort] = ['cafe', 80, 30080];
const members = ['-n', namespace, '-l', 'app=web'];

/** A Deployment goes from two pods to six and back, and its Service always knows who is there; answers how much of that was not so. */
export async function scaleAndServe(cluster: Cluster, screen: Screen, guest: DemoPod): Promise<number> {
  screen.heading('a Deployment is scaled, and its Service follows');
  await scale(cluster, screen, 6);
  screen.command(`kubectl get pods ${members.join(' ')} -o wide`, await podTable(cluster));
  screen.command(
    'kubectl get service,endpointslices -n cafe',
    await cluster.kubectl('get', 'service,endpointslices', '-n', namespace),
  );
  const unmet =
    (await askByName(cluster, screen, 6)) + (await prove(screen, await waysIn(cluster, guest, await names(cluster))));
  await scale(cluster, screen, 2);
  return unmet + (await askByName(cluster, screen, 2));
}

async function scale(cluster: Cluster, screen: Screen, replicas: number): Promise<void> {
  await cluster.kubectl('scale', 'deployment/web', '-n', namespace, `--replicas=${replicas}`);
  screen.command(`kubectl scale deployment/web -n cafe --replicas=${replicas}`);
  await cluster.kubectl('rollout', 'status', 'deployment/web', '-n', namespace, '--timeout=90s');
  // More than enough is "rolled out" as well: wait for those that must go.
  await eventually(`${replicas} pods`, 60, async () => (await names(cluster)).length === replicas);
  screen.step(`${replicas} pods are Ready`);
}

/** Asks the Service by its name from a pod, as a user would; answers 1 when not all of its pods answer, or others do, else 0. */
async function askByName(cluster: Cluster, screen: Screen, replicas: number): Promise<number> {
  const loop = 'for i in $(seq 40); do curl -s http://web/hostname; echo; done | sort | uniq -c';
  let said = '';
  const met = await eventually(`${replicas} pods answer`, 30, async () => {
    said = await cluster.kubectl('exec', '-n', namespace, 'guest-0', '--', 'sh', '-c', loop);
    const answers = said
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/)[1] ?? '');
    return answers.length === replicas && answers.every((name) => name.startsWith('web-'));
  }).catch(() => false);
  screen.command(`kubectl exec -n cafe guest-0 -- sh -c '${loop}'`, said);
  screen.text(
    `${met ? '✓' : '✗'}  http://web is answered by ${met ? 'each' : 'NOT each'} of its ${replicas} pods, and by nobody else`,
  );
  return met ? 0 : 1;
}

async function waysIn(cluster: Cluster, guest: DemoPod, servers: readonly string[]): Promise<readonly Expectation[]> {
  const { bed } = cluster;
  const clusterIPs = await cluster.kubectl(
    'get',
    'service/web',
    '-n',
    namespace,
    '-o',
    'jsonpath={.spec.clusterIPs[*]}',
  );
  const [ipv4 = '', ipv6 = ''] = clusterIPs.split(' ');
  const outside = bed.external.underlayHost;
  const node =
    (name: string): Runner =>
    (program, args, options) =>
      bed.node(name).exec(program, args, options);
  return [
    served(place(guest), guest.run, ipv4, port, 'the Service, IPv4', servers),
    served(place(guest), guest.run, ipv6, port, 'the Service, IPv6', servers),
    served('node n2', node('n2'), ipv4, port, 'the Service, from a node', servers),
    served('a host outside', outside.from, bed.node('n1').address.ipv4, nodePort, 'its NodePort, IPv4', servers),
    served('a host outside', outside.from, bed.node('n3').address.ipv6, nodePort, 'its NodePort, IPv6', servers),
    served(
      'node n1',
      inNamespace(bed.node('n1').netns),
      bed.node('n2').address.ipv4,
      nodePort,
      'its NodePort, from a node',
      servers,
    ),
  ];
}

function served(
  from: string,
  run: Runner,
  address: string,
  port: number,
  what: string,
  servers: readonly string[],
): Expectation {
  const missing = new Set(servers);
  const prove = async (): Promise<void> => {
    const deadline = performance.now() + 30_000;
    while (missing.size > 0) {
      const name = await fetchHttp(run, address, port, '/hostname', 2);
      if (name !== undefined && !servers.includes(name)) throw new Error(`${name} answered`);
      if (name !== undefined) missing.delete(name);
      if (performance.now() > deadline)
        throw new Error(`within 30 s no answer of ${missing.size} of its ${servers.length} pods`);
    }
  };
  const to = `${address.includes(':') ? `[${address}]` : address}:${port}`;
  return { from, to, what, seen: `each of its ${servers.length} pods answers`, prove };
}

async function names(cluster: Cluster): Promise<readonly string[]> {
  const text = await cluster.kubectl('get', 'pods', ...members, '-o', 'jsonpath={.items[*].metadata.name}');
  return text.split(' ').filter(Boolean);
}

/** `kubectl get -o wide` without its two last columns, which are about other things. */
async function podTable(cluster: Cluster): Promise<string> {
  return withoutLast(await cluster.kubectl('get', 'pods', ...members, '-o', 'wide'));
}

/** Tables of kubectl's without their columns from NOMINATED NODE on. */
export function withoutLast(tables: string): string {
  return tables.split('\n\n').map(withoutLastColumns).join('\n\n');
}

function withoutLastColumns(table: string): string {
  const width = table.indexOf('NOMINATED NODE');
  if (width < 0) return table;
  const lines = table.split('\n').map((line) => line.slice(0, width).trimEnd());
  return lines.join('\n');
}
