// A bank's partners over HTTP: what a host adds to the library is who speaks, and how an answer looks in its protocol.
import express from 'express';
import { PartnerkitError } from 'partnerkit';

/** The HTTP status of each category of refusal. */
const STATUS = { invalid_input: 400, not_found: 404, conflict: 409, rejected: 422, store: 503, bug: 500 };

/**
 * The application over `system`. `whoIs` is the host's own: it gives the actor of a request, or nothing. The tenant always comes
 * from there, never from the address.
 */
export function app(system, whoIs) {
  const http = express();

  http.use((request, response, next) => {
    const actor = whoIs(request);
    if (!actor) return response.status(401).json({ message: 'Please sign in.' });
    request.bank = system.as(actor, { language: request.acceptsLanguages('en', 'es', 'fr') || 'en' });
    return next();
  });

  // The file goes from the socket to the store, piece by piece. If the client goes away, nothing is imported.
  http.post('/partners/import', async (request, response) => {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    // A stream that is not read to its end would be closed, and with it the way back to the client.
    const file = request.iterator({ destroyOnReturn: false });
    const receipt = await request.bank.importPartners(file, {
      key: request.get('Idempotency-Key'),
      signal: gone.signal,
      total: Number(request.get('Content-Length')) || undefined,
    });
    response.status(201).json(receipt);
  });

  http.use(express.json());

  http.get('/partners', async (request, response) => {
    const { after, text, status } = request.query;
    const filter = { ...(text && { text }), ...(status && { statuses: [status] }) };
    response.json(await request.bank.partners({ filter, after, limit: 50 }));
  });

  http.post('/partners', async (request, response) => {
    response.status(201).json((await request.bank.addPartner(request.body)).created);
  });

  http.get('/partners/:partner', async (request, response) => {
    const { partner } = request.params;
    const [row, actions] = await Promise.all([request.bank.partner({ partner }), request.bank.allowedActions({ partner })]);
    response.json({ ...row, actions });
  });

  // Why not, and what would change that: what a page shows beside a button that is grey.
  http.get('/partners/:partner/why/:capability', async (request, response) => {
    const { partner, capability } = request.params;
    response.json(await request.bank.explain(partner, capability));
  });

  // Any command there is, in the wire's own words. A repeated click has the same id, and is done once.
  http.post('/commands', async (request, response) => {
    response.json(await request.bank.send('command', request.body, { id: request.get('Idempotency-Key') }));
  });

  http.use((error, request, response, next) => {
    if (response.destroyed) return undefined; // The client is gone: there is nobody to tell.
    if (!PartnerkitError.is(error)) return next(error);
    const audience = request.bank.actor.role === 'partner_user' ? 'partner' : 'staff';
    const { code, params, reasons } = error;
    const message = error.sentence(request.bank.language, audience);
    return response.status(STATUS[error.category]).json({ code, message, params, reasons });
  });

  return http;
}
