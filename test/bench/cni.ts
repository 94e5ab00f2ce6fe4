// How long CNI ADD takes, from the runtime's call to the plugin's answer, for pods that are created at that moment: one after the other,
// and ten at once. Beside it the same by hand: a script with the row in the database already, which makes the pair of interfaces, writes the
// port and waits for OVN's flows. Numbers depend on the machine; no test asserts any of this.
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AddTimes } from '../../operator/agent/sandboxes.ts';
import { Bed } from '../support/bed.ts';
import { awaitNetwork, type CniAttachment, type CniNetwork, callCni } from '../support/cni-call.ts';
import { run } from '../support/command.ts';
import type { Program } from '../support/program.ts';

/** Milliseconds of each ADD as the runtime sees it, and the agent's own account of its parts, in seconds. */
export interface AddSample {
  readonly wall: readonly number[];
  readonly parts: readonly AddTimes[];
}

/** What was measured. */
export interface AddLatency {
  readonly one: AddSample;
  readonly ten: AddSample;
  /** Milliseconds of the same by hand. */
  readonly script: readonly number[];
}

const node = 'n1';

/** Measures `samples` calls one after the other, as many in tens, and as many by hand. */
export async function addLatency(samples: number): Promise<AddLatency> {
  const bed = await Bed.up({ nodes: 1, kubernetes: true });
  try {
    await bed.kube.install();
    const spec = { podCidrs: ['10.244.0.0/16', 'fd00:10:244::/64'] };
    const config = { apiVersion: 'subnetes.io/v1alpha1', kind: 'NetworkConfig', metadata: { name: 'default' }, spec };
    await bed.kube.kubectl(['apply', '-f', '-'], JSON.stringify(config));
    const [controller, agent] = await Promise.all([bed.startController(), bed.startAgent(node)]);
    await Promise.all([controller.ready(), agent.ready()]);
    const meter = await Meter.start(bed, agent);
    await meter.measure(2, 1); // what is loaded at the first call
    const one = await meter.measure(samples, 1);
    return { one, ten: await meter.measure(samples, 10), script: await byHand(bed, samples) };
  } finally {
    await bed.down();
  }
}

/** Calls the plugin as a runtime does. */
class Meter {
  readonly #bed: Bed;
  readonly #agent: Program;
  readonly #network: CniNetwork;
  readonly #binDirectory: string;
  #pods = 0;

  private constructor(bed: Bed, agent: Program, network: CniNetwork, binDirectory: string) {
    this.#bed = bed;
    this.#agent = agent;
    this.#network = network;
    this.#binDirectory = binDirectory;
  }

  static async start(bed: Bed, agent: Program): Promise<Meter> {
    const { directory, confDirectory } = bed.node(node);
    const binDirectory = join(directory, 'cni-bin');
    await mkdir(binDirectory);
    await symlink(fileURLToPath(new URL('../../dist/cni.cjs', import.meta.url)), join(binDirectory, 'subnetes'));
    return new Meter(bed, agent, await awaitNetwork(confDirectory, AbortSignal.timeout(30_000)), binDirectory);
  }

  /** Attaches `count` new pods, `abreast` at a time, and detaches them. */
  async measure(count: number, abreast: number): Promise<AddSample> {
    const before = (await this.#told()).length;
    const wall: number[] = [];
    for (let done = 0; done < count; done += abreast) {
      const batch = Array.from({ length: Math.min(abreast, count - done) }, () => this.#add(wall));
      for (const each of await Promise.all(batch)) await this.#remove(each);
    }
    return { wall, parts: (await this.#told()).slice(before) };
  }

  async #add(wall: number[]): Promise<CniAttachment> {
    const name = `bench-${this.#pods++}`;
    const containerId = randomBytes(32).toString('hex');
    const netns = `${this.#bed.prefix}-${name}`;
    this.#bed.manifest.recordNetns(netns);
    await run('ip', ['netns', 'add', netns]);
    const containers = [{ name: 'main', image: 'none' }];
    const pod = await this.#bed.kube.api.call('POST', '/api/v1/namespaces/default/pods', {
      ...{ apiVersion: 'v1', kind: 'Pod', metadata: { name } },
      spec: { nodeName: node, containers, terminationGracePeriodSeconds: 0 },
    });
    const args = { K8S_POD_NAMESPACE: 'default', K8S_POD_NAME: name, K8S_POD_UID: pod.metadata.uid ?? '' };
    const attachment = { containerId, netns: `/run/netns/${netns}`, ifName: 'eth0', args };
    const started = performance.now();
    await callCni(this.#environment, this.#network, 'ADD', attachment);
    wall.push(performance.now() - started);
    return attachment;
  }

  async #remove(attachment: CniAttachment): Promise<void> {
    const path = `/api/v1/namespaces/default/pods/${attachment.args.K8S_POD_NAME}`;
    await this.#bed.kube.api.call('DELETE', path, { gracePeriodSeconds: 0 });
    await callCni(this.#environment, this.#network, 'DEL', attachment);
    await run('ip', ['netns', 'delete', attachment.netns.replace('/run/netns/', '')]);
  }

  get #environment() {
    const { netns: nodeNetns, env } = this.#bed.node(node);
    return { binDirectory: this.#binDirectory, nodeNetns, env };
  }

  /** What the agent's log says of the interfaces that it attached. */
  async #told(): Promise<readonly AddTimes[]> {
    const lines = (await readFile(this.#agent.daemon.logFile, 'utf8')).split('\n');
    return lines
      .filter((line) => line.includes('"an interface was attached"'))
      .map((line) => JSON.parse(line) as AddTimes);
  }
}

/** The same by processes: the logical port is there before the clock starts. */
async function byHand(bed: Bed, count: number): Promise<readonly number[]> {
  const wall: number[] = [];
  for (let index = 0; index < count; index++) {
    const name = `hand${index}`;
    const host = 10 + index;
    const mac = `0a:58:0a:f4:fe:${host.toString(16).padStart(2, '0')}`;
    const address = `10.244.254.${host}`;
    await bed.nbctl(
      ...['--wait=sb', 'lsp-add', 'subnet/default', name, '--', 'lsp-set-addresses', name, `${mac} ${address}`],
      ...['--', 'lsp-set-port-security', name, `${mac} ${address}`],
    );
    const started = performance.now();
    await bed.node(node).wire({ name, ifaceId: name, mac, addresses: [`${address}/16`], gateways: ['10.244.0.1'] });
    wall.push(performance.now() - started);
  }
  return wall;
}
