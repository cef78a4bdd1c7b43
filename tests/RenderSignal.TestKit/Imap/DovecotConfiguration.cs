namespace RenderSignal.TestKit;

/// <summary>What Dovecot 2.3 needs in order to serve mailboxes out of one folder.</summary>
internal static class DovecotConfiguration
{
    /// <param name="folder">Everything lies in here.</param>
    /// <param name="port">Without TLS at first, with STARTTLS.</param>
    /// <param name="tlsPort">TLS from the first byte.</param>
    /// <param name="password">Every user has it.</param>
    public static string Write(string folder, int port, int tlsPort, string password)
    {
        // Dovecot started by root refuses to keep mail as root; Debian's package brings these two users.
        var isRoot = Environment.IsPrivilegedProcess;
        var user = isRoot ? "dovecot" : Environment.UserName;
        var loginUser = isRoot ? "dovenull" : user;
        var group = isRoot ? "dovecot" : "";
        var owner = isRoot ? "uid=dovecot gid=dovecot " : "";

        // The listener without rights switches off the seconds that a wrong password costs at the next try.
        return $$"""
            base_dir = {{folder}}/run
            state_dir = {{folder}}/run
            log_path = /dev/stderr
            protocols = imap
            listen = 127.0.0.1
            default_internal_user = {{user}}
            default_internal_group = {{group}}
            default_login_user = {{loginUser}}
            auth_mechanisms = plain login
            auth_failure_delay = 0
            disable_plaintext_auth = no
            first_valid_uid = 1
            mail_location = maildir:{{folder}}/mail/%u
            mail_max_userip_connections = 1000
            mailbox_idle_check_interval = 1 secs
            ssl = yes
            ssl_cert = <{{folder}}/server.pem
            ssl_key = <{{folder}}/server.key
            passdb {
              driver = static
              args = password={{password}}
            }
            userdb {
              driver = static
              args = {{owner}}home={{folder}}
            }
            service imap-login {
              chroot =
              service_count = 0
              process_min_avail = 1
              process_limit = 2
              inet_listener imap {
                port = {{port}}
              }
              inet_listener imaps {
                port = {{tlsPort}}
                ssl = yes
              }
            }
            service imap {
              process_limit = 100
              service_count = 100
            }
            service anvil {
              chroot =
              unix_listener anvil-auth-penalty {
                mode = 0
              }
            }
            service stats {
              chroot =
            }

            """;
    }
}
