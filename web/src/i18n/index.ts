export * from "./format";
export * from "./language";
export * from "./messages";
export * from "./server_text";
