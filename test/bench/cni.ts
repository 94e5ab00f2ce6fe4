// Item 9, CNI ADD from the runtime's call to the plugin's answer, for pods that are created at that moment: one after the other, and ten at
// once. Ceiling: add.sh, a script that makes the same pair of interfaces and port and waits for OVN's flows, with the logical port in place.
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AddTimes } from '../../operator/agent/sandboxes.ts';
import { Bed } from '../support/bed.ts';
import { awaitNetwork, type CniAttachment, type CniNetwork, callCni } from '../support/cni-call.ts';
import { run } from '../support/command.ts';
import type { Program } from '../support/program.ts';
import { type Finding, median, quantile } from './measurement.ts';
import { size } from './runner.ts';
import { kubernetesVersions, ovsdbVersions } from './versions.ts';

/** Milliseconds of each ADD as the runtime sees it, and the agent's own account of its parts, in seconds. */
export interface AddSample {
  readonly wall: readonly number[];
  readonly parts: readonly AddTimes[];
}

const node = 'n1';
const scriptFile = fileURLToPath(new URL('add.sh', import.meta.url));

/** Item 9: in turns, the plugin and the script, alone and in tens. */
export async function cni(): Promise<readonly Finding[]> {
  const adds = size('ADDS', 40);
  const rounds = size('ROUNDS', 4);
  const each = Math.ceil(adds / rounds);
  const bed = await Bed.up({ nodes: 1, kubernetes: true });
  try {
    await bed.kube.install();
    const spec = { podCidrs: ['10.244.0.0/16', 'fd00:10:244::/64'] };
    const config = { apiVersion: 'subnetes.io/v1alpha1', kind: 'NetworkConfig', metadata: { name: 'default' }, spec };
    await bed.kube.kubectl(['apply', '-f', '-'], JSON.stringify(config));
    const [controller, agent] = await Promise.all([bed.startController(), bed.startAgent(node)]);
    await Promise.all([controller.ready(), agent.ready()]);
    const meter = await Meter.start(bed, agent);
    const script = new Script(bed);
    await meter.measure(2, 1); // what is loaded at the first call
    await script.measure(1, 1);
    const samples = { one: [], ten: [] } as { one: AddSample[]; ten: AddSample[] };
    const scripts = { one: [] as number[], ten: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      samples.one.push(await meter.measure(each, 1));
      scripts.one.push(...(await script.measure(each, 1)));
      samples.ten.push(await meter.measure(each, 10));
      scripts.ten.push(...(await script.measure(each, 10)));
    }
    const versions = { ...(await kubernetesVersions("Debian's")), ...(await ovsdbVersions()) };
    const sizes = { ADDS: adds, ROUNDS: rounds };
    return (['one', 'ten'] as const).flatMap((name) =>
      ([0.5, 0.99] as const).map((q): Finding => {
        const words = name === 'one' ? 'one after the other' : 'ten at once';
        return {
          ...{ item: 'cni', versions, sizes, unit: 'ms' },
          what: `CNI ADD, ${words}, p${q * 100}`,
          value: quantile(
            samples[name].flatMap(({ wall }) => wall),
            q,
          ),
          ceiling: { what: `the script, ${words}`, value: quantile(scripts[name], q) },
          ...(q === 0.5 ? { note: told(samples[name].flatMap(({ parts }) => parts)) } : {}),
        };
      }),
    );
  } finally {
    await bed.down();
  }
}

/** Medians of what the agent says of its parts; what is left of the whole is the plugin's own process. */
function told(parts: readonly AddTimes[]): string {
  const of = (part: 'address' | 'link' | 'port' | 'flows') =>
    (median(parts.map((each) => each[part])) * 1000).toFixed(0);
  return `Medians: waiting for the address ${of('address')} ms, the pair of interfaces ${of('link')}, the port in Open vSwitch ${of('port')}, OVN's flows ${of('flows')}; the rest is the plugin's own process.`;
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

/** Runs the script that does the same by hand; logical port and network namespace are there before the clock starts. */
class Script {
  readonly #bed: Bed;
  #made = 0;

  constructor(bed: Bed) {
    this.#bed = bed;
  }

  /** Milliseconds of each run. */
  async measure(count: number, abreast: number): Promise<readonly number[]> {
    const wall: number[] = [];
    for (let done = 0; done < count; done += abreast) {
      const batch = await Promise.all(Array.from({ length: Math.min(abreast, count - done) }, () => this.#prepare()));
      await Promise.all(
        batch.map(async (args) => {
          const started = performance.now();
          const { netns, env } = this.#bed.node(node);
          await run('sh', [scriptFile, ...args], { netns, env });
          wall.push(performance.now() - started);
        }),
      );
    }
    return wall;
  }

  async #prepare(): Promise<readonly string[]> {
    const index = this.#made++;
    const name = `hand${index}`;
    const address = `10.244.${240 + (index >> 7)}.${(index & 127) + 10}`;
    const mac = `0a:58:0a:f4:${(240 + (index >> 7)).toString(16)}:${((index & 127) + 10).toString(16).padStart(2, '0')}`;
    const netns = `${this.#bed.prefix}-${name}`;
    this.#bed.manifest.recordNetns(netns);
    await run('ip', ['netns', 'add', netns]);
    await this.#bed.nbctl(
      ...['--wait=sb', 'lsp-add', 'subnet/default', name, '--', 'lsp-set-addresses', name, `${mac} ${address}`],
      ...['--', 'lsp-set-port-security', name, `${mac} ${address}`],
    );
    return [name, netns, mac, `${address}/16`, '10.244.0.1', '1400', `unix:${this.#bed.node(node).ovsSocket}`];
  }
}
