/** As much of each peer as is used here, so that types are checked whether the peers are installed or not. */
declare module '@gorules/zen-engine' {
  export type Response = { readonly result: unknown; readonly trace?: unknown }
  export class ZenDecision {
    evaluate(context: unknown, options?: { readonly trace?: boolean }): Promise<Response>
  }
  export class ZenEngine {
    createDecision(content: object): ZenDecision
    dispose(): void
  }
}

declare module 'feelin' {
  export const evaluate: (expression: string, context: object) => { readonly value: unknown; readonly warnings: readonly unknown[] }
}

declare module 'json-rules-engine' {
  export type Conditions = { readonly all: readonly object[] } | { readonly any: readonly object[] }
  export class Engine {
    constructor(rules: readonly { readonly conditions: Conditions; readonly event: { readonly type: string } }[])
    run(facts: object): Promise<{ readonly events: readonly { readonly type: string }[] }>
  }
}

declare module 'publicodes' {
  export default class Engine {
    constructor(rules: object, options?: { readonly logger?: object })
    setSituation(situation: object): this
    evaluate(rule: string): { readonly nodeValue: number | boolean | string | null | undefined }
  }
}

declare module '@duckdb/node-api' {
  export type Reader = { getColumns(): readonly (readonly unknown[])[] }
  export type Connection = {
    run(sql: string): Promise<unknown>
    runAndReadAll(sql: string): Promise<Reader>
    closeSync(): void
  }
  export const DuckDBInstance: {
    create(path: string, options?: Readonly<Record<string, string>>): Promise<{ connect(): Promise<Connection>; closeSync(): void }>
  }
}
