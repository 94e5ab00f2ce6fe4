// A program: makes a TCP server of this namespace reachable at an address of another one. The listening socket is opened by a short-lived child
// inside the other namespace and handed over, so what it accepts belongs there while the connections onward are made from here.
// Arguments: PATH-OF-NETNS LISTEN-HOST LISTEN-PORT TARGET-HOST TARGET-PORT. Prints "relaying" when it is ready.
import { spawn } from 'node:child_process';
import { connect, type Server, type Socket } from 'node:net';

const [netns, listenHost, listenPort, targetHost, targetPort] = process.argv.slice(2);
if (netns === undefined || targetHost === undefined || targetPort === undefined)
  throw new Error('usage: relay PATH-OF-NETNS HOST PORT HOST PORT');

const opener = `
  const server = require('node:net').createServer();
  server.listen({ host: process.argv[1], port: Number(process.argv[2]), backlog: 511 }, () => {
    process.send('listening', server, () => process.exit(0));
  });`;
const args = [`--net=${netns}`, process.execPath, '--eval', opener, String(listenHost), String(listenPort)];
const child = spawn('nsenter', args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
child.once('exit', (code) => {
  if (code !== 0) process.exit(1);
});
child.once('message', (_, handle) => {
  const server = handle as Server;
  server.on('connection', (inbound: Socket) => {
    const outbound = connect(Number(targetPort), targetHost);
    for (const [from, to] of [
      [inbound, outbound],
      [outbound, inbound],
    ] as const) {
      from.setNoDelay(true);
      from.pipe(to);
      // One side's end or failure is the other's: the client must notice at once that the server is gone.
      from.on('error', () => to.destroy());
      from.on('close', () => to.destroy());
    }
  });
  console.log('relaying');
});
