import { expect, it } from 'vitest'
import { readStream, type StreamEvent } from './read-stream'

async function read(...chunks: string[]): Promise<StreamEvent[]> {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      chunks.forEach((chunk) => controller.enqueue(encoder.encode(chunk)))
      controller.close()
    },
  })
  const events: StreamEvent[] = []
  for await (const event of readStream(body)) events.push(event)
  return events
}

it('puts events together that arrive in pieces', async () => {
  expect(await read('event: tok', 'en\ndata: {"text":"Do', 'ne"}\n', '\nevent: done\ndata: {}\n\n')).toEqual([
    { event: 'token', data: '{"text":"Done"}' },
    { event: 'done', data: '{}' },
  ])
})

it('knows comments, lines of one datum, and both kinds of line ends', async () => {
  expect(await read(': heartbeat\r\n\r\nevent: token\r\ndata: a\r\ndata: b\r\n\r\n')).toEqual([{ event: 'token', data: 'a\nb' }])
})
