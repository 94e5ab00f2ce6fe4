// The HTTP server for kubelet and Prometheus.
import assert from 'node:assert/strict';
import { type Check, createMetrics, HealthServer } from '../../../operator/process/index.ts';

describe('the health server', () => {
  const servers: HealthServer[] = [];

  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.stop()));
  });

  async function serve(
    checks: { readonly alive?: Record<string, Check>; readonly ready?: Record<string, Check> } = {},
  ) {
    const metrics = createMetrics('test');
    const server = new HealthServer({ host: '127.0.0.1', port: 0, registry: metrics.registry, ...checks });
    servers.push(server);
    const port = await server.start();
    const get = async (path: string, method = 'GET') => {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method });
      return { status: answer.status, text: await answer.text() };
    };
    return { get, metrics, port };
  }

  it('is ready only when every check holds, and names the one that does not', async () => {
    let problem: string | undefined = 'no answer from ssl:10.0.0.1:6641';
    const { get } = await serve({ ready: { watches: () => undefined, northbound: () => problem } });
    assert.deepEqual(await get('/readyz'), {
      status: 503,
      text: '[+]watches ok\n[-]northbound failed: no answer from ssl:10.0.0.1:6641\nfailed\n',
    });
    assert.equal((await get('/healthz')).status, 200);
    problem = undefined;
    assert.equal((await get('/readyz?verbose')).status, 200);
  });

  it('is neither alive nor ready when a check of life fails or throws', async () => {
    const { get } = await serve({
      alive: {
        loop: () => {
          throw new Error('stuck');
        },
      },
    });
    assert.deepEqual(await get('/healthz'), { status: 503, text: '[-]loop failed: stuck\nfailed\n' });
    assert.equal((await get('/readyz')).status, 503);
  });

  it('serves metrics in Prometheus’ format', async () => {
    const { get, metrics } = await serve();
    metrics.observeCall({ verb: 'patch', resource: 'ips', status: 409, seconds: 0.003 });
    metrics.leading.set(1);
    const { text } = await get('/metrics');
    assert.match(text, /^subnetes_api_requests_total\{verb="patch",resource="ips",status="409",program="test"\} 1$/m);
    assert.match(text, /^subnetes_api_request_seconds_bucket\{le="0.005",program="test",verb="patch"\} 1$/m);
    assert.match(text, /^subnetes_leader\{program="test"\} 1$/m);
    assert.match(text, /^process_resident_memory_bytes/m);
  });

  it('refuses everything else', async () => {
    const { get } = await serve();
    assert.equal((await get('/')).status, 404);
    assert.equal((await get('/healthz', 'POST')).status, 405);
  });

  it('says that its port is taken', async () => {
    const { port } = await serve();
    const second = new HealthServer({ host: '127.0.0.1', port });
    await assert.rejects(second.start(), { code: 'EADDRINUSE' });
  });

  it('ends although a connection is open', async () => {
    const { get } = await serve();
    await get('/healthz'); // fetch keeps its connection alive
    await servers.splice(0)[0]?.stop();
    await assert.rejects(get('/healthz'));
  });
});
