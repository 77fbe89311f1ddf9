// The same from CommonJS.
import partnerkit = require('partnerkit');

export const system: partnerkit.System = partnerkit.memory();
// @ts-expect-error: a path is a text or a URL
partnerkit.openSync(7);
