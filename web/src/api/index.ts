export * from "./client";
export * from "./error";
export * from "./events";
export * from "./hooks";
export * from "./upload";
