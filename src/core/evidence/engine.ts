/** The program that computes: its version, and the SHA-256 over its sources. */
export type Engine = { readonly version: string; readonly hash: string }
