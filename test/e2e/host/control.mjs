// The suite runs inside VS Code's extension host and cannot reach what is outside. It asks for it over HTTP:
// lines to print, screenshots, key strokes, and in the end how many tests passed.
import { createServer } from 'node:http';

/**
 * Listens for the suite. `window` is set by the host as soon as there is one; without it (a VS Code that cannot be
 * photographed) screenshots and keys answer 501, and the suite skips what needs them.
 */
export async function listenToSuite({ print, screenshotFile }) {
  let finish;
  const finished = new Promise((done) => {
    finish = done;
  });
  const control = { window: undefined, url: '', finished, close: () => server.close() };
  const answers = {
    '/print': async ({ line }) => print(line),
    '/finish': async (counts) => finish(counts),
    '/screenshot': async ({ name, clip }) => control.window.screenshot(screenshotFile(name), clip),
    '/press': async ({ keys }) => control.window.press(keys),
    '/type': async ({ text }) => control.window.type(text),
    '/hover': async ({ text }) => control.window.hover(text),
  };
  const server = createServer(async (request, response) => {
    const answer = answers[request.url];
    if (!answer) return response.writeHead(404).end();
    if (!control.window && !['/print', '/finish'].includes(request.url)) return response.writeHead(501).end();
    try {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      await answer(JSON.parse(Buffer.concat(chunks).toString()));
      response.writeHead(204).end();
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  control.url = `http://127.0.0.1:${server.address().port}`;
  return control;
}
