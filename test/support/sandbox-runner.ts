// Stands in for the kubelet and the container runtime of one node: runs the pods that are bound to it, each as a network namespace.
// It knows nothing of OVN and talks to the network only through CNI, so real kubelets can take its place.
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { awaitNetwork, type CniAttachment, type CniNetwork, type CniResult, callCni } from './cni-call.ts';
import { type CommandOutput, type RunOptions, run } from './command.ts';
import { type KubeApi, KubeApiError, type KubeObject } from './kube-api.ts';
import type { Manifest } from './manifest.ts';
import { Semaphore } from './semaphore.ts';
import type { Runner } from './traffic.ts';

/** Options of {@link SandboxRunner.start}. */
export interface SandboxRunnerOptions {
  readonly api: KubeApi;
  readonly manifest: Manifest;
  /** Name of the Node object. */
  readonly nodeName: string;
  /** Addresses of the node, for the pods' hostIP. */
  readonly nodeAddresses: readonly string[];
  /** Network namespace of the node, where plugins run. */
  readonly nodeNetns: string;
  /** Folder with the CNI configuration list; made when missing. Pods wait until a list appears, as on a real node. */
  readonly confDirectory: string;
  /** Folder with the CNI plugins. */
  readonly binDirectory: string;
  /** Environment of the plugins. */
  readonly env?: Readonly<Record<string, string>>;
  /** Called before each DEL; a test holds the DEL back by returning a promise that it settles later. */
  readonly beforeDelete?: (sandbox: Sandbox) => Promise<void>;
  /** Call DEL a second time, with an empty CNI_NETNS, as real kubelets do when they collect a dead sandbox. */
  readonly deleteTwice?: boolean;
  /** Told of everything that is retried or fails. */
  readonly log?: (line: string) => void;
}

/** A pod's sandbox: its network namespace. */
export interface Sandbox {
  readonly containerId: string;
  readonly podUid: string;
  readonly namespace: string;
  readonly pod: string;
  /** Name of the network namespace. */
  readonly netns: string;
  /** What ADD answered; undefined before. */
  readonly result: CniResult | undefined;
}

interface PodWork {
  object: KubeObject;
  sandbox: Sandbox | undefined;
  /** Aborts the start of the pod when it is deleted. */
  readonly stopped: AbortController;
  /** Chain of this pod's operations: they never overlap. */
  queue: Promise<void>;
  ending: boolean;
}

const firstPause = 500;
const longestPause = 10_000;

/** Runs the pods of one node until it is stopped. */
export class SandboxRunner {
  /** Container ids of failed or ended sandboxes and running ones, oldest first: what a test may want to DEL again. */
  readonly history: Sandbox[] = [];
  readonly #options: SandboxRunnerOptions;
  readonly #pods = new Map<string, PodWork>();
  readonly #stopping = new AbortController();
  // Plugins are processes, and a bed's nodes share one machine: more at once would only keep the agents that they wait for from
  // starting. Ends have room of their own, never behind waiting starts.
  readonly #starts = new Semaphore(8);
  readonly #ends = new Semaphore(4);
  #following: Promise<void> = Promise.resolve();
  #network: Promise<CniNetwork>;

  private constructor(options: SandboxRunnerOptions) {
    this.#options = options;
    this.#network = awaitNetwork(options.confDirectory, this.#stopping.signal);
    this.#network.catch(() => {});
  }

  /** Starts to follow the pods of the node; resolves when the present ones are known. */
  static async start(options: SandboxRunnerOptions): Promise<SandboxRunner> {
    await mkdir(options.confDirectory, { recursive: true });
    const runner = new SandboxRunner(options);
    await new Promise<void>((resolve, reject) => {
      const query = { fieldSelector: `spec.nodeName=${options.nodeName}` };
      const handle = (event: 'put' | 'delete', pod: KubeObject): void => runner.#onPod(event, pod);
      runner.#following = options.api.follow('/api/v1/pods', query, handle, runner.#stopping.signal, resolve);
      runner.#following.catch(reject);
    });
    void runner.#reportReady();
    return runner;
  }

  /** Waits until the node has a network configuration, which makes a real node Ready. */
  async ready(signal: AbortSignal): Promise<void> {
    await Promise.race([
      this.#network,
      new Promise((_, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
      ),
    ]);
  }

  /** Stops following pods. Running sandboxes stay as they are, as on a node whose kubelet was stopped. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    for (const work of this.#pods.values()) work.stopped.abort();
    await this.#following;
    await Promise.allSettled([...this.#pods.values()].map((work) => work.queue));
  }

  /** The running sandbox of a pod. */
  sandbox(namespace: string, pod: string): Sandbox {
    const found = this.find(namespace, pod);
    if (found === undefined) throw new Error(`no sandbox of ${namespace}/${pod} runs on ${this.#options.nodeName}`);
    return found;
  }

  /** The running sandbox of a pod, if any. */
  find(namespace: string, pod: string): Sandbox | undefined {
    for (const { sandbox } of this.#pods.values()) {
      if (sandbox?.result !== undefined && sandbox.namespace === namespace && sandbox.pod === pod) return sandbox;
    }
    return undefined;
  }

  /** Every sandbox that exists now. */
  get sandboxes(): readonly Sandbox[] {
    return [...this.#pods.values()].flatMap(({ sandbox }) => sandbox ?? []);
  }

  /** Runs a program in a pod. */
  exec(
    namespace: string,
    pod: string,
    program: string,
    args: readonly string[],
    options: Omit<RunOptions, 'netns'> = {},
  ): Promise<CommandOutput> {
    return run(program, args, { ...options, netns: this.sandbox(namespace, pod).netns });
  }

  /** A {@link Runner} that works in a pod. */
  in(namespace: string, pod: string): Runner {
    return (program, args, options = {}) => this.exec(namespace, pod, program, args, options);
  }

  /** Calls CHECK for a running pod. */
  async check(namespace: string, pod: string): Promise<void> {
    const sandbox = this.sandbox(namespace, pod);
    await callCni(this.#environment, await this.#network, 'CHECK', attachmentOf(sandbox), sandbox.result);
  }

  /** Calls GC with the attachments that exist now as the valid ones. */
  async collectGarbage(): Promise<void> {
    const valid = this.sandboxes.map(({ containerId }) => ({ containerID: containerId, ifname: 'eth0' }));
    await callCni(this.#environment, await this.#network, 'GC', undefined, undefined, {
      'cni.dev/valid-attachments': valid,
    });
  }

  /** Calls STATUS. */
  async status(): Promise<void> {
    await callCni(this.#environment, await this.#network, 'STATUS');
  }

  /** Calls DEL again for a sandbox, ended long ago or not, as a runtime's late collection does. */
  async deleteAgain(sandbox: Sandbox): Promise<void> {
    await callCni(
      this.#environment,
      await this.#network,
      'DEL',
      { ...attachmentOf(sandbox), netns: '' },
      sandbox.result,
    );
  }

  get #environment(): {
    readonly binDirectory: string;
    readonly nodeNetns: string;
    readonly env: Readonly<Record<string, string>>;
  } {
    const { binDirectory, nodeNetns, env } = this.#options;
    return { binDirectory, nodeNetns, env: env ?? {} };
  }

  #onPod(event: 'put' | 'delete', object: KubeObject): void {
    const uid = object.metadata.uid ?? '';
    let work = this.#pods.get(uid);
    if (work === undefined) {
      if (event === 'delete') return;
      work = { object, sandbox: undefined, stopped: new AbortController(), queue: Promise.resolve(), ending: false };
      this.#pods.set(uid, work);
      if (object.metadata.deletionTimestamp === undefined) this.#enqueue(work, this.#startPod);
    }
    work.object = object;
    const phase = object.status?.phase;
    const ending =
      event === 'delete' ||
      object.metadata.deletionTimestamp !== undefined ||
      phase === 'Succeeded' ||
      phase === 'Failed';
    if (ending && !work.ending) {
      work.ending = true;
      work.stopped.abort();
      this.#enqueue(work, this.#endPod);
    }
    if (event === 'delete') this.#enqueue(work, async () => void this.#pods.delete(uid));
  }

  #enqueue(work: PodWork, step: (work: PodWork) => Promise<void>): void {
    work.queue = work.queue
      .then(() => step.call(this, work))
      .catch((error: unknown) => {
        if (!this.#stopping.signal.aborted) this.#log(work, `gave up: ${String(error)}`);
      });
  }

  #log(work: PodWork, text: string): void {
    const { namespace, name } = work.object.metadata;
    this.#options.log?.(`${this.#options.nodeName}: pod ${namespace}/${name}: ${text}`);
  }

  async #startPod(work: PodWork): Promise<void> {
    if (work.object.spec?.hostNetwork === true) return this.#patchRunning(work, this.#options.nodeAddresses);
    const { signal } = work.stopped;
    for (let pause = firstPause; !signal.aborted; pause = Math.min(pause * 2, longestPause)) {
      const sandbox = await this.#makeSandbox(work);
      try {
        const network = await Promise.race([this.#network, rejection(signal)]);
        const result = await this.#starts.run(() => callCni(this.#environment, network, 'ADD', attachmentOf(sandbox)));
        if (result === undefined) throw new Error('the plugin answered ADD with nothing');
        work.sandbox = { ...sandbox, result };
        this.history[this.history.indexOf(sandbox)] = work.sandbox;
        if (!signal.aborted)
          await this.#patchRunning(
            work,
            (result.ips ?? []).map(({ address }) => address.split('/', 1)[0] ?? ''),
          );
        return;
      } catch (error) {
        if (!signal.aborted) {
          this.#log(work, String(error));
          await this.#recordFailure(work, sandbox, error);
        }
        await this.#persist(work, () => this.#removeSandbox(work));
        await delay(pause, undefined, { signal }).catch(() => {});
      }
    }
  }

  async #endPod(work: PodWork): Promise<void> {
    await this.#persist(work, () => this.#removeSandbox(work));
    if (work.object.metadata.deletionTimestamp !== undefined) await this.#persist(work, () => this.#deleteObject(work));
  }

  // A step of the teardown is tried until it succeeds: a node that forgets a sandbox would leak it.
  async #persist(work: PodWork, step: () => Promise<void>): Promise<void> {
    for (let pause = firstPause; !this.#stopping.signal.aborted; pause = Math.min(pause * 2, longestPause)) {
      try {
        return await step();
      } catch (error) {
        this.#log(work, `is not gone yet: ${String(error)}`);
        await delay(pause, undefined, { signal: this.#stopping.signal }).catch(() => {});
      }
    }
  }

  async #makeSandbox(work: PodWork): Promise<Sandbox> {
    const containerId = randomBytes(32).toString('hex');
    const { namespace = '', name, uid = '' } = work.object.metadata;
    const netns = `${this.#options.manifest.prefix}-p${containerId.slice(0, 12)}`;
    const sandbox: Sandbox = { containerId, podUid: uid, namespace, pod: name, netns, result: undefined };
    this.#options.manifest.recordNetns(netns);
    await run('ip', ['netns', 'add', netns]);
    work.sandbox = sandbox;
    this.history.push(sandbox);
    return sandbox;
  }

  async #removeSandbox(work: PodWork): Promise<void> {
    const { sandbox } = work;
    if (sandbox === undefined) return;
    await this.#options.beforeDelete?.(sandbox);
    const network = await Promise.race([this.#network, Promise.resolve(undefined)]);
    // Without a network configuration there was no ADD either.
    if (network !== undefined) {
      await this.#ends.run(() => callCni(this.#environment, network, 'DEL', attachmentOf(sandbox), sandbox.result));
    }
    await run('ip', ['netns', 'del', sandbox.netns]);
    work.sandbox = undefined;
    if (this.#options.deleteTwice === true && network !== undefined) await this.deleteAgain(sandbox);
  }

  async #deleteObject(work: PodWork): Promise<void> {
    const { namespace, name, uid } = work.object.metadata;
    const options = { apiVersion: 'v1', kind: 'DeleteOptions', gracePeriodSeconds: 0, preconditions: { uid } };
    try {
      await this.#options.api.callIfThere('DELETE', `/api/v1/namespaces/${namespace}/pods/${name}`, options);
    } catch (error) {
      // Another pod has the name already: ours is gone.
      if (!(error instanceof KubeApiError) || error.reason !== 'Conflict') throw error;
    }
  }

  async #patchRunning(work: PodWork, addresses: readonly string[]): Promise<void> {
    const { namespace, name, uid } = work.object.metadata;
    const now = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
    const conditions = ['PodReadyToStartContainers', 'Initialized', 'ContainersReady', 'Ready', 'PodScheduled'].map(
      (type) => ({
        ...{ type, status: 'True', lastTransitionTime: now },
      }),
    );
    const containers = (work.object.spec?.containers ?? []) as readonly {
      readonly name: string;
      readonly image: string;
    }[];
    const status = {
      ...{ phase: 'Running', startTime: now, conditions },
      ...{ hostIP: this.#options.nodeAddresses[0], hostIPs: this.#options.nodeAddresses.map((ip) => ({ ip })) },
      ...{ podIP: addresses[0], podIPs: addresses.map((ip) => ({ ip })) },
      containerStatuses: containers.map((container) => ({
        ...{ name: container.name, image: container.image, imageID: '', ready: true, started: true, restartCount: 0 },
        // Where kubelets name the container, this runner names the network namespace, for people and for programs.
        containerID: `netns://${work.sandbox?.netns ?? 'host'}`,
        state: { running: { startedAt: now } },
      })),
    };
    try {
      await this.#options.api.callIfThere('PATCH', `/api/v1/namespaces/${namespace}/pods/${name}/status`, {
        metadata: { uid },
        status,
      });
    } catch (error) {
      // Conflict: the name belongs to another pod by now, so this one is being deleted.
      if (!(error instanceof KubeApiError) || error.reason !== 'Conflict') throw error;
    }
  }

  // As the kubelet does: a Warning event on the pod, counted up when the same text comes again.
  async #recordFailure(work: PodWork, sandbox: Sandbox, error: unknown): Promise<void> {
    const { namespace = '', name, uid = '', resourceVersion } = work.object.metadata;
    const text = error instanceof Error ? error.message : String(error);
    const message =
      `Failed to create pod sandbox: failed to setup network for sandbox "${sandbox.containerId}": ${text}`.slice(
        0,
        1024,
      );
    const now = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
    const event = {
      ...{
        apiVersion: 'v1',
        kind: 'Event',
        metadata: { name: `${name}.${sandbox.containerId.slice(0, 16)}`, namespace },
      },
      involvedObject: { apiVersion: 'v1', kind: 'Pod', namespace, name, uid, resourceVersion },
      ...{
        type: 'Warning',
        reason: 'FailedCreatePodSandBox',
        message,
        count: 1,
        firstTimestamp: now,
        lastTimestamp: now,
      },
      source: { component: 'kubelet', host: this.#options.nodeName },
    };
    await this.#options.api.call('POST', `/api/v1/namespaces/${namespace}/events`, event).catch((problem: unknown) => {
      this.#log(work, `the event could not be recorded: ${String(problem)}`);
    });
  }

  // A node with a network configuration is Ready; that is what the agent's last duty is for.
  async #reportReady(): Promise<void> {
    try {
      await this.#network;
      const now = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
      const ready = {
        type: 'Ready',
        status: 'True',
        reason: 'KubeletReady',
        message: 'network ready',
        lastTransitionTime: now,
        lastHeartbeatTime: now,
      };
      await this.#options.api.callIfThere('PATCH', `/api/v1/nodes/${this.#options.nodeName}/status`, {
        status: { conditions: [ready] },
      });
    } catch (error) {
      if (!this.#stopping.signal.aborted) this.#options.log?.(`${this.#options.nodeName}: not ready: ${String(error)}`);
    }
  }
}

function attachmentOf(sandbox: Sandbox): CniAttachment {
  const args = {
    ...{ IgnoreUnknown: '1', K8S_POD_NAMESPACE: sandbox.namespace, K8S_POD_NAME: sandbox.pod },
    ...{ K8S_POD_INFRA_CONTAINER_ID: sandbox.containerId, K8S_POD_UID: sandbox.podUid },
  };
  return { containerId: sandbox.containerId, netns: `/run/netns/${sandbox.netns}`, ifName: 'eth0', args };
}

// One promise per signal, however often a pod is tried: each would be a listener for as long as the pod lives.
const rejections = new WeakMap<AbortSignal, Promise<never>>();

function rejection(signal: AbortSignal): Promise<never> {
  let promise = rejections.get(signal);
  if (promise === undefined) {
    promise = new Promise<never>((_, reject) => {
      if (signal.aborted) reject(new Error('the pod is being deleted'));
      signal.addEventListener('abort', () => reject(new Error('the pod is being deleted')), { once: true });
    });
    promise.catch(() => {});
    rejections.set(signal, promise);
  }
  return promise;
}
