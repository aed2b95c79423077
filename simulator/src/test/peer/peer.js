// An OPC UA server that is not Milo: three security policies, anonymous, operator/right, certificates.
// Usage: node peer.js <port> <folder> [certificate.pem key.pem], node 18 or later.
// Says "ready". Lines on the standard input: trust <file.der>, user <file.der>; each is answered with "done" or "failed ...".
// Ends with the input. What the library has to say goes to the standard error.
"use strict";

console.log = console.info = console.warn = console.error;
const say = (text) => process.stdout.write(text + "\n");

const fs = require("node:fs");
const path = require("node:path");
const readline = require("node:readline");
const { OPCUAServer } = require("node-opcua-server");
const { OPCUACertificateManager } = require("node-opcua-certificate-manager");
const { MessageSecurityMode, SecurityPolicy, getCryptoFactory } = require("node-opcua-secure-channel");
const { DataType, Variant } = require("node-opcua-variant");

// The library calls the signature of this policy by a name that OPC UA Part 7 does not have, and that no client knows.
getCryptoFactory(SecurityPolicy.Aes256_Sha256_RsaPss).asymmetricSignatureAlgorithm =
  "http://opcfoundation.org/UA/security/rsa-pss-sha2-256";

const [port, folder, certificateFile, privateKeyFile] = process.argv.slice(2);

async function manager(name) {
  const rootFolder = path.join(folder, name);
  fs.mkdirSync(rootFolder, { recursive: true });
  const made = new OPCUACertificateManager({ rootFolder, automaticallyAcceptUnknownCertificate: false });
  await made.initialize();
  return made;
}

async function main() {
  const clients = await manager("clients");
  const users = await manager("users");
  const server = new OPCUAServer({
    port: Number(port),
    hostname: "localhost",
    host: "127.0.0.1",
    resourcePath: "/",
    serverInfo: { applicationUri: "urn:stackwatch:test:peer", productUri: "urn:stackwatch:test" },
    serverCertificateManager: clients,
    userCertificateManager: users,
    ...(certificateFile ? { certificateFile, privateKeyFile } : {}),
    securityPolicies: [SecurityPolicy.None, SecurityPolicy.Basic256Sha256, SecurityPolicy.Aes256_Sha256_RsaPss],
    securityModes: [MessageSecurityMode.None, MessageSecurityMode.Sign, MessageSecurityMode.SignAndEncrypt],
    allowAnonymous: true,
    disableDiscovery: true,
    userManager: { isValidUser: (name, password) => name === "operator" && password === "right" },
  });
  await server.initialize();
  addNodes(server.engine.addressSpace);
  await server.start();
  say("ready");
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const [word, file] = line.split(" ");
    try {
      await (word === "user" ? users : clients).trustCertificate(fs.readFileSync(file));
      say("done");
    } catch (error) {
      say("failed " + error.message);
    }
  }
  await server.shutdown(0);
  await clients.dispose();
  await users.dispose();
}

function addNodes(addressSpace) {
  const namespace = addressSpace.registerNamespace("urn:stackwatch:test:peer:boiler");
  const boiler = namespace.addFolder(addressSpace.rootFolder.objects, { browseName: "B01", nodeId: "s=B01" });
  const node = namespace.addVariable({
    componentOf: boiler,
    browseName: "SO2",
    nodeId: "s=B01/SO2",
    dataType: DataType.Float,
    value: new Variant({ dataType: DataType.Float, value: 20.5 }),
  });
  let step = 0;
  const timer = setInterval(() => {
    step = (step + 1) % 10;
    node.setValueFromSource({ dataType: DataType.Float, value: 20.5 + step });
  }, 200);
  addressSpace.registerShutdownTask(() => clearInterval(timer));
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
