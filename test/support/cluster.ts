// A test bed with the product on it: CRDs and access rules installed, a controller, an agent and a sandbox runner per node. What
// end-to-end tests and the demo start from; everything goes in through the API server, as a user's does.
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { serviceCidrs } from './api-server.ts';
import { type AgentOptions, Bed, type BedOptions, type ControllerOptions, type RunnerOptions } from './bed.ts';
import { run } from './command.ts';
import { installAsPods } from './installed.ts';
import type { KubeObject } from './kube-api.ts';
import type { Program } from './program.ts';
import type { SandboxRunner } from './sandbox-runner.ts';
import { inNamespace, type Runner, serveTcp } from './traffic.ts';

/** What {@link Cluster.up} shall make, beside the bed. */
export interface ClusterOptions extends Omit<BedOptions, 'kubernetes'> {
  /** Spec of NetworkConfig "default"; false makes none. */
  readonly networkConfig?: Readonly<Record<string, unknown>> | false;
  readonly controller?: ControllerOptions;
  readonly agent?: AgentOptions;
  readonly runner?: RunnerOptions;
  /** Run pods in processes of their own, which outlive this one when the bed is kept. */
  readonly runnerProcesses?: boolean;
  /** Run controller and agents as the installation does: as pods, from the image. Needs kubelets and TLS. */
  readonly asPods?: boolean;
}

/** Fields of a pod that tests choose. */
export interface PodOptions {
  /** Namespace; "default" when absent. It is not made. */
  readonly namespace?: string;
  readonly node: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly hostNetwork?: boolean;
  /** `spec.containers[0].ports`. */
  readonly ports?: readonly Readonly<Record<string, unknown>>[];
}

/** A pod that runs. */
export interface RunningPod {
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
  readonly node: string;
  /** All addresses, the main family first. */
  readonly addresses: readonly string[];
  readonly ipv4: string | undefined;
  readonly ipv6: string | undefined;
  /** Name of its network namespace. */
  readonly netns: string;
  /** Sends packets from the pod. */
  readonly from: Runner;
}

/** Where pods get their addresses unless a test chooses otherwise. */
export const podCidrs: readonly string[] = ['10.244.0.0/16', 'fd00:10:244::/64'];

/** Spec of NetworkConfig "default" when a test says nothing else. */
export const defaultNetworkConfig = {
  podCidrs,
  serviceCidrs,
};

/** Seconds for whatever starts: a machine that is busy with something else starts programs twenty times as slowly. */
const bringUpSeconds = 120;
const patience = `--timeout=${bringUpSeconds}s`;

/** A running cluster. */
export class Cluster {
  readonly bed: Bed;
  #controller: Program | undefined;
  #supervised: ControllerOptions | undefined;
  readonly agents: Map<string, Program>;
  /** Sandbox runners by node; empty when they run in processes of their own. */
  readonly runners: ReadonlyMap<string, SandboxRunner>;

  private constructor(
    bed: Bed,
    controller: Program | undefined,
    agents: Map<string, Program>,
    runners: ReadonlyMap<string, SandboxRunner>,
  ) {
    this.bed = bed;
    this.#controller = controller;
    this.agents = agents;
    this.runners = runners;
  }

  /** Brings everything up and waits until controller and agents are ready and the nodes take pods. */
  static async up(options: ClusterOptions = {}): Promise<Cluster> {
    const log = options.log ?? (() => {});
    const bed = await Bed.up({ ...options, kubernetes: true });
    const started = performance.now();
    try {
      if (options.asPods === true) {
        await installAsPods(bed, options.networkConfig || defaultNetworkConfig);
        log(`controller and agents run as pods after ${Math.round(performance.now() - started)} ms`);
        return new Cluster(bed, undefined, new Map(), new Map());
      }
      await bed.kube.install();
      const { networkConfig = defaultNetworkConfig } = options;
      if (networkConfig !== false) await applyTo(bed, [networkConfigObject(networkConfig)]);
      const [controller, ...agents] = await Promise.all([
        bed.startController(options.controller),
        ...bed.nodes.map((node) => bed.startAgent(node.name, options.agent)),
      ]);
      const names = bed.nodes.map((node) => node.name);
      const runners = new Map<string, SandboxRunner>();
      await Promise.all(
        names.map(async (name) => {
          // Real nodes run their pods themselves.
          if (options.kubelets === true) return;
          if (options.runnerProcesses === true) await bed.startRunnerProcess(name);
          else runners.set(name, await bed.startRunner(name, options.runner));
        }),
      );
      await controller.ready(bringUpSeconds);
      // Agents are ready only when there is a NetworkConfig to work from.
      if (networkConfig !== false) {
        await bed.kubectl('wait', '--for=condition=Ready', patience, 'networkconfigs/default');
        await Promise.all(agents.map((agent) => agent.ready(bringUpSeconds)));
        await bed.kubectl('wait', '--for=condition=Ready', patience, ...names.map((name) => `node/${name}`));
      }
      // Made by the controller manager; no pod is admitted without.
      if (options.kubelets === true)
        await bed.kubectl('wait', '--for=create', patience, 'serviceaccount/default', '-n', 'default');
      log(`controller, ${names.length} agents ready after ${Math.round(performance.now() - started)} ms`);
      return new Cluster(bed, controller, new Map(names.map((name, index) => [name, agents[index]!])), runners);
    } catch (error) {
      await bed.down();
      throw error;
    }
  }

  /** The controller; not there when it runs as pods. */
  get controller(): Program {
    if (this.#controller === undefined) throw new Error('the controllers of this cluster are pods');
    return this.#controller;
  }

  set controller(controller: Program) {
    this.#controller = controller;
  }

  /**
   * Starts the controller again from now on whenever it ends by itself, as its Deployment does: one that can't renew its Lease, because the
   * API server is away or the machine too busy, ends as it must. One that is killed stays away.
   */
  superviseController(options: ControllerOptions = {}): void {
    this.#supervised = options;
    this.#watchOver();
  }

  #watchOver(): void {
    const controller = this.#controller;
    if (this.#supervised === undefined) return;
    void controller?.daemon.exited.then(async ({ signal }) => {
      // One that was killed, or replaced by a test, is the test's.
      if (signal !== null || controller !== this.#controller) return;
      // Tokens for it come from the API server, which may be what it ended over.
      for (
        let pause = 500;
        this.#supervised !== undefined && controller === this.#controller;
        pause = Math.min(pause * 2, 5_000)
      ) {
        const next = await this.bed.startController(this.#supervised).catch(() => undefined);
        if (next === undefined) await delay(pause);
        else this.#controller = next;
      }
      this.#watchOver();
    });
  }

  /** Ends everything. */
  async down(): Promise<void> {
    this.#supervised = undefined;
    await this.bed.down();
  }

  /** Applies objects as a user does: kubectl apply. */
  apply(...objects: readonly unknown[]): Promise<string> {
    return applyTo(this.bed, objects);
  }

  /** Makes namespaces. */
  async namespaces(
    ...names: readonly (string | { readonly name: string; readonly labels: Readonly<Record<string, string>> })[]
  ): Promise<void> {
    const objects = names.map((entry) => {
      const metadata = typeof entry === 'string' ? { name: entry } : entry;
      return { apiVersion: 'v1', kind: 'Namespace', metadata };
    });
    await this.apply(...objects);
  }

  /** Runs kubectl as the administrator. */
  kubectl(...args: readonly string[]): Promise<string> {
    return this.bed.kubectl(...args);
  }

  /** Waits for a condition, by kubectl wait; the error holds what the object says instead. */
  async wait(what: string, condition = 'condition=Ready', seconds = 30, ...args: readonly string[]): Promise<void> {
    try {
      await this.kubectl('wait', `--for=${condition}`, `--timeout=${seconds}s`, what, ...args);
    } catch (error) {
      const state = await this.kubectl('get', what, '-o', 'yaml', ...args).catch(String);
      const story = what.startsWith('pod/') ? await this.kubectl('describe', what, ...args).catch(String) : '';
      assert.fail(`${String(error)}\n${state}\n${story}`);
    }
  }

  /** Creates a pod that is bound to a node; it need not run already when this resolves. */
  async createPod(name: string, options: PodOptions): Promise<KubeObject> {
    const { namespace = 'default', node, labels, hostNetwork, ports } = options;
    // Without a kubelet nobody looks at the image.
    const server = this.#kubelets ? testServer(this.bed.images.agnhost) : { name: 'main', image: 'none' };
    const containers = [{ ...server, ...(ports ? { ports } : {}) }];
    const spec = {
      nodeName: node,
      containers,
      terminationGracePeriodSeconds: 0,
      ...(hostNetwork === true ? { hostNetwork } : {}),
    };
    const metadata = { name, namespace, ...(labels === undefined ? {} : { labels }) };
    return this.bed.kube.api.call('POST', `/api/v1/namespaces/${namespace}/pods`, {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata,
      spec,
    });
  }

  /** Creates a pod and waits until it runs. */
  async runPod(name: string, options: PodOptions): Promise<RunningPod> {
    await this.createPod(name, options);
    return this.pod(name, options.namespace);
  }

  // Whether kubelets run the pods, not sandbox runners.
  get #kubelets(): boolean {
    return this.bed.nodes.some((node) => node.machine !== undefined);
  }

  /** Cuts the power of a real node, and its agent with it. */
  async powerOff(name: string): Promise<void> {
    await this.bed.node(name).powerOff();
    this.agents.delete(name);
  }

  /** Switches a real node on again, starts its agent and waits until that is ready. */
  async powerOn(name: string, options: AgentOptions = {}): Promise<void> {
    await this.bed.node(name).powerOn();
    const agent = await this.bed.startAgent(name, options);
    this.agents.set(name, agent);
    await agent.ready(bringUpSeconds);
  }

  /** Waits until a pod runs. */
  async pod(name: string, namespace = 'default', seconds = 60): Promise<RunningPod> {
    await this.wait(`pod/${name}`, 'condition=Ready', seconds, '-n', namespace);
    const object = await this.bed.kube.api.call('GET', `/api/v1/namespaces/${namespace}/pods/${name}`);
    const podIPs = (object.status?.podIPs ?? []) as readonly { readonly ip: string }[];
    const addresses = podIPs.map(({ ip }) => ip);
    const { uid = '' } = object.metadata;
    const node = String(object.spec?.nodeName);
    const netns = this.#kubelets
      ? await this.bed.node(node).podNetns(uid)
      : ((await this.bed.kube.podNetns(namespace, name)) ?? '');
    return {
      ...{ namespace, name, uid, node, addresses, netns },
      ...{
        ipv4: addresses.find((address) => !address.includes(':')),
        ipv6: addresses.find((address) => address.includes(':')),
      },
      from: inNamespace(netns),
    };
  }

  /** Deletes a pod and waits until its object is gone. */
  async deletePod(name: string, namespace = 'default', seconds = 30): Promise<void> {
    await this.kubectl('delete', `pod/${name}`, '-n', namespace, `--timeout=${seconds}s`);
  }

  /** A {@link Runner} that sends packets from a node. */
  fromNode(name: string): Runner {
    const node = this.bed.node(name);
    return (program, args, options = {}) => node.exec(program, args, options);
  }

  /** Kills the controller as a crash would and starts a new one. */
  async restartController(options: ControllerOptions = {}): Promise<void> {
    await this.controller.kill();
    this.#controller = await this.bed.startController(options);
    this.#watchOver();
    await this.controller.ready(bringUpSeconds);
  }

  /** Kills a node's agent as a crash would and starts a new one. */
  async restartAgent(name: string, options: AgentOptions = {}): Promise<void> {
    await this.agents.get(name)?.kill();
    const agent = await this.bed.startAgent(name, options);
    this.agents.set(name, agent);
    await agent.ready(bringUpSeconds);
  }

  /** A TCP server in a pod that answers every connection with the pod's name; ends with the pod or with the returned function. */
  async serve(pod: RunningPod, port: number): Promise<() => Promise<void>> {
    const server = await serveTcp(this.bed.manifest, pod.netns, port, pod.name);
    return async () => {
      await server.kill();
    };
  }
}

/** A container that serves HTTP at port 8080 (/hostname, /clientip) and UDP at 8081: agnhost's netexec. */
export function testServer(agnhost: string): { readonly name: string; readonly [field: string]: unknown } {
  return {
    ...{ name: 'main', image: agnhost, args: ['netexec', '--http-port=8080', '--udp-port=8081'] },
    readinessProbe: { httpGet: { path: '/healthz', port: 8080 }, periodSeconds: 1 },
  };
}

function networkConfigObject(spec: Readonly<Record<string, unknown>>): unknown {
  return { apiVersion: 'subnetes.io/v1alpha1', kind: 'NetworkConfig', metadata: { name: 'default' }, spec };
}

async function applyTo(bed: Bed, objects: readonly unknown[]): Promise<string> {
  return bed.kube.kubectl(['apply', '-f', '-'], JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }));
}

/** Names of the interfaces of a namespace: what a teardown must have taken away. */
export async function interfacesOf(netns: string): Promise<readonly string[]> {
  const { stdout } = await run('ip', ['-n', netns, '-j', 'link', 'show']);
  return (JSON.parse(stdout) as { readonly ifname: string }[]).map(({ ifname }) => ifname);
}
