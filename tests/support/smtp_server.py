"""A real SMTP server for tests: prints its port, writes each message, decoded, to DIR, ends when DIR/stop is there.

It refuses the address refused@example.org for good.
"""
import asyncio
import email
import email.policy
import pathlib
import sys

from aiosmtpd.smtp import SMTP

folder = pathlib.Path(sys.argv[1])


class Handler:
    count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refused@"):
            return f"550 5.1.1 <{address}> is not known here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        lines = [f"to {address}" for address in envelope.rcpt_tos]
        lines += [f"{name.lower()} {value}" for name, value in message.items()]
        for part in message.walk():
            if part.get_content_maintype() == "text":
                lines += ["", part.get_content_type(), part.get_content()]
        Handler.count += 1
        (folder / f"{Handler.count}.eml").write_text("\n".join(lines).replace("\r\n", "\n"), "utf-8")
        return "250 OK"


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(Handler(), enable_SMTPUTF8=True), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    for _ in range(1200):
        if (folder / "stop").exists():
            break
        await asyncio.sleep(0.05)


asyncio.run(main())
