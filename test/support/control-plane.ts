// The rest of a control plane beside the API server: kube-controller-manager and kube-scheduler, for a cluster of real nodes.
import { type ApiServer, serviceCidrs } from './api-server.ts';
import { kubernetesBinary } from './kubernetes/build.ts';
import type { Manifest } from './manifest.ts';
import { Daemon } from './processes.ts';

/** Where {@link ControlPlane.start} starts the programs. */
export interface ControlPlaneOptions {
  readonly manifest: Manifest;
  readonly server: ApiServer;
  /** URL of the API server in the programs' network namespace. */
  readonly url: string;
  readonly netns: string;
}

/** Running controllers and scheduler. */
export class ControlPlane {
  readonly controllerManager: Daemon;
  readonly scheduler: Daemon;

  private constructor(controllerManager: Daemon, scheduler: Daemon) {
    this.controllerManager = controllerManager;
    this.scheduler = scheduler;
  }

  /** Starts both; they need a second until they act. */
  static async start({ manifest, server, url, netns }: ControlPlaneOptions): Promise<ControlPlane> {
    const start = async (
      name: 'kube-controller-manager' | 'kube-scheduler',
      flags: readonly string[],
    ): Promise<Daemon> => {
      const certificate = await server.issue(`system:${name}`);
      const kubeconfig = await server.writeKubeconfig(name, { certificate }, url);
      const access = ['kubeconfig', 'authentication-kubeconfig', 'authorization-kubeconfig'];
      return Daemon.start({
        ...{ name, manifest, netns, logDirectory: server.directory },
        command: [
          await kubernetesBinary(name),
          ...access.map((flag) => `--${flag}=${kubeconfig}`),
          ...['--bind-address=127.0.0.1', '--leader-elect=false', '--profiling=false', ...flags],
        ],
        env: { GOMEMLIMIT: '300MiB' },
      });
    };
    const { serviceAccounts, authority } = server.signingKeys;
    const { ca } = server.admin;
    const [controllerManager, scheduler] = await Promise.all([
      start('kube-controller-manager', [
        ...['--use-service-account-credentials', `--service-account-private-key-file=${serviceAccounts}`],
        ...[`--root-ca-file=${ca}`, `--cluster-signing-cert-file=${ca}`, `--cluster-signing-key-file=${authority}`],
        // Half of Kubernetes' own patience with a silent node: tests wait for its end. The kubelets here beat three times as often.
        ...['--node-monitor-grace-period=20s', '--node-monitor-period=2s'],
        ...['--allocate-node-cidrs=false', `--service-cluster-ip-range=${serviceCidrs.join(',')}`],
      ]),
      start('kube-scheduler', []),
    ]);
    return new ControlPlane(controllerManager, scheduler);
  }
}
