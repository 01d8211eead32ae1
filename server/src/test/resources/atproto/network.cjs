// A real PDS with its PLC (npm @atproto/dev-env), for tests. It listens on all interfaces of where it
// runs, so it is run in a network namespace of its own; the folder given holds the sockets by which
// it is reached: pds.sock, and jetstream.sock, which tells its commits as Jetstream does.
'use strict'
const fs = require('node:fs')
const http = require('node:http')
const net = require('node:net')
const path = require('node:path')
const { TestNetworkNoAppView } = require('@atproto/dev-env')
const { Firehose } = require('@atproto/sync')
const { IdResolver } = require('@atproto/identity')
const { WebSocketServer } = require('ws')

const folder = process.argv[2]

const relay = (name, port) =>
  new Promise((ready) => {
    net
      .createServer((near) => {
        const far = net.connect(port, '127.0.0.1')
        near.on('error', () => far.destroy())
        far.on('error', () => near.destroy())
        near.on('close', () => far.destroy())
        near.pipe(far).pipe(near)
      })
      .listen(path.join(folder, name), ready)
  })

const told = []
const lines = new Set()

const tell = (event) => {
  const operation = { create: 'create', update: 'update', delete: 'delete' }[event.event]
  if (!operation) return
  const commit = { rev: event.rev, operation, collection: event.collection, rkey: event.rkey }
  if (operation !== 'delete') {
    commit.record = event.record
    commit.cid = String(event.cid)
  }
  const last = told.length ? told[told.length - 1].time_us : 0
  const line = { did: event.did, time_us: Math.max(Date.now() * 1000, last + 1), kind: 'commit', commit }
  told.push(line)
  lines.forEach((one) => one(line))
}

const jetstream = () =>
  new Promise((ready) => {
    const server = http.createServer()
    new WebSocketServer({ server }).on('connection', (socket, request) => {
      const asked = new URL(request.url, 'http://localhost').searchParams
      const wanted = asked.getAll('wantedCollections')
      const cursor = Number(asked.get('cursor') ?? Infinity)
      const send = (line) => {
        if (wanted.includes(line.commit.collection)) socket.send(JSON.stringify(line))
      }
      told.filter((line) => line.time_us >= cursor).forEach(send)
      lines.add(send)
      socket.on('close', () => lines.delete(send))
    })
    server.listen(path.join(folder, 'jetstream.sock'), ready)
  })

const start = async () => {
  const network = await TestNetworkNoAppView.create({})
  const firehose = new Firehose({
    service: network.pds.url.replace('http', 'ws'),
    idResolver: new IdResolver({ plcUrl: network.plc.url }),
    unauthenticatedCommits: true,
    unauthenticatedHandles: true,
    handleEvent: tell,
    onError: (error) => console.error('firehose', error.message, error.cause ?? error.err ?? ''),
  })
  firehose.start()
  await relay('pds.sock', network.pds.port)
  await jetstream()
  fs.writeFileSync(path.join(folder, 'ready'), 'ready')
}

// it never outlives the test that started it
process.stdin.on('end', () => process.exit(0)).resume()
start().catch((error) => {
  console.error(error)
  process.exit(1)
})
