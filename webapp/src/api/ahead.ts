/**
 * Parts of the interface (docs: the contract) that the gateway's OpenAPI document does not name yet. Laid over its paths in
 * client.ts; whatever the document names goes from here.
 */
interface Answered<Body> {
  200: { headers: Record<string, unknown>; content: { 'application/json': Body } }
}

export interface AheadPaths {
  '/api/v1/tasks': { get: { parameters: { query?: { q?: string; sort?: string } } } }
  '/api/v1/changes/{id}/undo': {
    post: { parameters: { path: { id: string } }; responses: Answered<Record<string, unknown>> }
  }
}
