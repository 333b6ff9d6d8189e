/** A request with what the router found in its path. */
export type RouteRequest = Request & { readonly route: string; readonly params: Readonly<Record<string, string>> }
